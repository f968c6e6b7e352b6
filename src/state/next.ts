import type { TCCCCallInEvent, TCCCSessionEndedEvent, TCCCTransferEvent } from '../sdk/event-map.js';
import { kindOf } from '../sdk/session-kind.js';
import { isOverState } from './live.js';
import type { TCCCSession, TCCCSessionState } from './session.js';
import { canHold, type SessionCause, type StateOrNone, TRANSITIONS } from './transitions.js';

/** Any field of any event or reply. */
export type SessionPayload = Partial<TCCCCallInEvent & TCCCSessionEndedEvent & TCCCTransferEvent> & {
  readonly status?: unknown;
};

/** A session as far as it is read here. */
interface Draft extends Pick<TCCCSession, 'kind'> {
  readonly state?: TCCCSessionState;
  readonly times: Readonly<Partial<Record<TCCCSessionState, number>>>;
  readonly duration?: number;
  readonly transferredTo?: object;
}

/** What no event confirms; of it, `isMicMuted` can settle the last. */
const ASSUMED: TCCCSession['assumed'] = ['held', 'videoMuted', 'micMuted'];
const SETTLED: TCCCSession['assumed'] = ['held', 'videoMuted'];

/** Whether a cause is the reply of a method that has no event. */
export const hasNoEvent = (cause: string): boolean => /mute|hold|resume/.test(cause);

/** `base` with these changes, the same object if there are none. */
function merge<T extends object>(base: T, changes: object): T {
  return Object.entries(changes).some(([key, value]) => (base as Record<string, unknown>)[key] !== value)
    ? { ...base, ...changes }
    : base;
}

/**
 * The session after this cause: the same object if nothing changed. Never throws.
 *
 * @param payload The event's, flat, with its `sessionId`; the reply's for `created`; else `{}`.
 * @param now ms since the epoch. A clock that went back is not followed.
 * @param hint `internal`: what was dialed is a colleague, which `callOuted` and `created` do not tell.
 * `settled`: this `mute` or `unmute` is what `isMicMuted` answered.
 * @example
 * const after = next(records.get(sessionId), 'userAccessed', { sessionId }, Date.now());
 */
export function next(
  session: TCCCSession | undefined,
  cause: SessionCause,
  payload: SessionPayload,
  now: number,
  hint?: 'internal' | 'settled',
): TCCCSession | undefined {
  const [to, from = ''] = TRANSITIONS[cause].split(' < ') as [TCCCSessionState | '', string?];
  const { type: _type, status: _status, sessionId, ...given } = payload;
  // What the vendor leaves empty, a later payload may tell.
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => (value ?? '') !== ''));
  const { state: before = 'none', attempt = 0 } = session ?? {};
  const fresh = {
    sessionId,
    kind: 'unknown',
    attempt: attempt + 1,
    times: {},
    micMuted: false,
    videoMuted: false,
    assumed: ASSUMED,
  } as Draft;
  let old: Draft = session ?? fresh;
  let state: StateOrNone = before;
  if (
    from.includes(state) &&
    !(to === 'held' && !canHold(old.kind)) &&
    // Nothing but its end is known: this is its own `callIn`, come late.
    !(cause === 'callIn' && Object.keys(old.times).join() === 'ended')
  ) {
    state = to as TCCCSessionState;
    // The state it came from is over, or there is none: a new attempt.
    if (cause === 'callIn') old = fresh;
  } else if (to && !/In|Out|crea|End|^tra/.test(cause)) return session;
  if (state === 'none') return session;

  let { kind, times } = old;
  if (kind === 'unknown')
    kind = to === 'dialing' ? ((hint as 'internal' | undefined) ?? 'phone') : kindOf(payload);
  // Held while its kind was unknown, and of a kind that cannot be: the vendor's word against a guess of ours.
  if (state === 'held' && !canHold(kind)) state = 'connected';

  const heard = Object.values(times);
  const at = Math.max(now, ...heard);
  const began = cause === 'callIn' ? 'offered' : /^c.*ted$/.test(cause) && 'dialing';
  times = merge(times, {
    // A beginning heard late was no later than what was heard first.
    ...(began && !(times.offered ?? times.dialing) && { [began]: Math.min(at, ...heard) }),
    ...(to === 'ended' && { ended: at }),
    [state]: at,
    ...times,
    ...(to === 'held' && { held: at }),
  });

  const passed = to === 'transferred';
  const muted = /^[mh]/.test(cause);
  return merge(old, {
    // The target of a transfer is no field of the session: its `userId` is the customer.
    ...(isOverState(state) && times.connected && { duration: (at - times.connected) / 1000 }),
    ...(!passed && fields),
    ...old,
    ...(hasNoEvent(cause) &&
      (/V/.test(cause) ? { videoMuted: muted } : { micMuted: muted, assumed: hint ? SETTLED : ASSUMED })),
    state,
    kind,
    direction: times.dialing ? 'outbound' : 'inbound',
    times,
    ...(passed &&
      state !== 'lost' && {
        transferredTo: merge(old.transferredTo ?? {}, { ...fields, ...old.transferredTo }),
      }),
  }) as TCCCSession;
}
