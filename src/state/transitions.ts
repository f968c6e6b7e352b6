import type { TCCCSession, TCCCSessionState } from './session.js';

/** A state, or `none`: there is no record. */
export type StateOrNone = TCCCSessionState | 'none';

/**
 * What can change a session: the vendor's events; `created`, the reply of an outbound call; `closed`, the end of
 * the connection; the good replies of methods that have no event.
 */
export type SessionCause =
  | 'callIn'
  | 'callOuted'
  | 'created'
  | 'userAccessed'
  | 'calloutAccepted'
  | 'autoTransfer'
  | 'transfer'
  | 'sessionEnded'
  | 'sessionCompleted'
  | 'closed'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'muteVideo'
  | 'unmuteVideo';

/**
 * Every transition there is: the state a cause leads to < the states it leads out of. Elsewhere it changes no
 * state. The one way out of a state that is over is `callIn`, which begins a new attempt.
 *
 * - `transfer` after the end still tells where the session went.
 * - `sessionCompleted` makes no record: of a session we know nothing of, and that is done, there is nothing to
 *   show, and one that the history has dropped must not come back as a ghost.
 */
export const TRANSITIONS: Readonly<Record<SessionCause, '' | `${TCCCSessionState} < ${string}`>> = {
  callIn: 'offered < none ended lost transferred completed',
  callOuted: 'dialing < none',
  created: 'dialing < none',
  userAccessed: 'connected < none offered dialing',
  calloutAccepted: 'connected < none dialing',
  autoTransfer: 'lost < none offered',
  transfer: 'transferred < none offered dialing connected held ended',
  sessionEnded: 'ended < none offered dialing connected held',
  sessionCompleted: 'completed < offered dialing connected held ended lost transferred',
  closed: 'ended < offered dialing connected held',
  hold: 'held < connected',
  resume: 'connected < held',
  mute: '',
  unmute: '',
  muteVideo: '',
  unmuteVideo: '',
};

/**
 * Where a cause cannot be: reported in development. A reply that comes after the end is a race, no fault, and a
 * repeated event none either.
 */
export const ILLEGAL: Readonly<Partial<Record<SessionCause, string>>> = {
  userAccessed: 'ended lost transferred completed',
  calloutAccepted: 'offered ended lost transferred completed',
  autoTransfer: 'dialing connected held ended transferred completed',
  transfer: 'lost',
  hold: 'offered dialing',
  resume: 'offered dialing',
};

/** Whether a session of this kind has the state `held`. */
export const canHold = (kind: TCCCSession['kind']): boolean => /phone|voip|unknown/.test(kind);

/** Whether a cause cannot be now. Then `next` changes nothing. */
export const isIllegal = (session: TCCCSession | undefined, cause: SessionCause): boolean =>
  !!session && (!!ILLEGAL[cause]?.includes(session.state) || (cause === 'hold' && !canHold(session.kind)));
