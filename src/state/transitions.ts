import { OVER } from './live.js';
import type { TCCCSession, TCCCSessionState } from './session.js';

/** A state, or `none`: there is no record. */
export type StateOrNone = TCCCSessionState | 'none';

/** What a cause does. Where nothing is said it changes no state: at most it fills in what was missing. */
export interface Transition {
  /** The state it leads to … */
  readonly to?: TCCCSessionState;
  /** … out of each of these. */
  readonly from?: readonly StateOrNone[];
  /** Here it cannot be: ignored, and reported in development. */
  readonly illegal?: readonly StateOrNone[];
  /** How the attempt began, which it tells even if it comes late. */
  readonly began?: 'offered' | 'dialing';
  /** What it sets, since no event will tell. */
  readonly sets?: Partial<Pick<TCCCSession, 'micMuted' | 'videoMuted' | 'assumed'>>;
}

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

const LIVE: readonly TCCCSessionState[] = ['offered', 'dialing', 'connected', 'held'];
const RINGING: readonly TCCCSessionState[] = ['offered', 'dialing'];
const DIALS: Transition = { to: 'dialing', from: ['none'], began: 'dialing' };

/** What no event confirms … */
export const ASSUMED: TCCCSession['assumed'] = ['held', 'videoMuted', 'micMuted'];
/** … and once `isMicMuted` has answered. */
export const SETTLED: TCCCSession['assumed'] = ['held', 'videoMuted'];
const MUTED = { micMuted: true, assumed: ASSUMED };
const UNMUTED = { micMuted: false, assumed: ASSUMED };

/**
 * Every transition there is. The one way out of a state that is over is `callIn`, which begins a new attempt.
 *
 * - `transfer` after the end still tells where the session went.
 * - `sessionCompleted` makes no record: of a session we know nothing of, and that is done, there is nothing to
 *   show, and one that the history has dropped must not come back as a ghost.
 * - A reply may come after the end: a race, no fault.
 */
export const TRANSITIONS: Readonly<Record<SessionCause, Transition>> = {
  callIn: { to: 'offered', from: ['none', ...OVER], began: 'offered' },
  callOuted: DIALS,
  created: DIALS,
  userAccessed: { to: 'connected', from: ['none', ...RINGING], illegal: OVER },
  calloutAccepted: {
    to: 'connected',
    from: ['none', 'dialing'],
    illegal: ['offered', ...OVER],
    began: 'dialing',
  },
  autoTransfer: {
    to: 'lost',
    from: ['none', 'offered'],
    illegal: ['dialing', 'connected', 'held', 'ended', 'transferred', 'completed'],
  },
  transfer: { to: 'transferred', from: ['none', ...LIVE, 'ended'], illegal: ['lost'] },
  sessionEnded: { to: 'ended', from: ['none', ...LIVE] },
  sessionCompleted: { to: 'completed', from: [...LIVE, ...OVER] },
  closed: { to: 'ended', from: LIVE },
  hold: { to: 'held', from: ['connected'], illegal: RINGING, sets: MUTED },
  resume: { to: 'connected', from: ['held'], illegal: RINGING, sets: UNMUTED },
  mute: { sets: MUTED },
  unmute: { sets: UNMUTED },
  muteVideo: { sets: { videoMuted: true } },
  unmuteVideo: { sets: { videoMuted: false } },
};

/** Whether a session of this kind has the state `held`. */
export const canHold = (kind: TCCCSession['kind']): boolean => /phone|voip|unknown/.test(kind);

/**
 * The state after a cause, by the table; `undefined` if it is illegal here: then `next` changes nothing, and
 * whoever feeds it reports that in development.
 */
export function stateAfter(session: TCCCSession | undefined, cause: SessionCause): StateOrNone | undefined {
  const { to, from, illegal } = TRANSITIONS[cause];
  const state = session?.state ?? 'none';
  if (illegal?.includes(state) || (to === 'held' && session && !canHold(session.kind))) return undefined;
  // Nothing but its end is known: this is its own `callIn`, come late.
  if (to === 'offered' && state === 'ended' && session && !Object.keys(session.times)[1]) return state;
  return from?.includes(state) ? to : state;
}
