import type { TCCCCallInEvent, TCCCSessionEndedEvent, TCCCTransferEvent } from '../sdk/event-map.js';
import { kindOf } from '../sdk/session-kind.js';
import { isOverState } from './live.js';
import type { TCCCSession, TCCCSessionState } from './session.js';
import { canHold, type SessionCause, TRANSITIONS } from './transitions.js';

/** Any field of any event or reply. */
export type SessionPayload = Partial<TCCCCallInEvent & TCCCSessionEndedEvent & TCCCTransferEvent> & {
  readonly status?: unknown;
};

/** A session as far as it is read here. */
interface Draft extends Pick<TCCCSession, 'kind' | 'direction'> {
  readonly state?: TCCCSessionState;
  readonly times: Readonly<Partial<Record<TCCCSessionState, number>>>;
  readonly duration?: number;
  readonly transferredTo?: object;
}

/** What no event confirms; of it, `isMicMuted` can settle the last. */
const ASSUMED: TCCCSession['assumed'] = ['held', 'videoMuted', 'micMuted'];
const SETTLED = ASSUMED.slice(0, 2);

/** Whether a cause is the reply of a method that has no event. */
export const hasNoEvent = (cause: string): boolean => /^(hold|resume|(un)?mute)/.test(cause);

/** `base` with these changes, the same object if there are none; `fill`: with those only that it misses. */
function merge<T extends object>(base: T, changes: object, fill?: 'fill'): T {
  let merged = base as Record<string, unknown>;
  for (const [key, value] of Object.entries(changes) as [string, unknown][]) {
    const old = merged[key];
    if (fill ? (old ?? '') === '' && (value ?? '') !== '' : old !== value)
      merged = { ...merged, [key]: value };
  }
  return merged as T;
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
  const { type: _type, status: _status, sessionId, ...fields } = payload;
  let old: Draft | undefined = session;
  let state = old?.state;
  if (
    to &&
    from.includes(state ?? 'none') &&
    !(to === 'held' && old && !canHold(old.kind)) &&
    // Nothing but its end is known: this is its own `callIn`, come late.
    !(cause === 'callIn' && state === 'ended' && old && !Object.keys(old.times)[1])
  ) {
    state = to;
    // The state it came from is over, or there is none: a new attempt.
    if (!old || cause === 'callIn') {
      const { attempt = 0 } = session ?? {};
      old = {
        sessionId,
        kind: 'unknown',
        direction: 'inbound',
        attempt: attempt + 1,
        times: {},
        micMuted: false,
        videoMuted: false,
        assumed: ASSUMED,
      } as Draft;
    }
  } else if (to && !/In|Out|crea|End|^tra/.test(cause)) return session;
  if (!state || !old) return session;

  let { kind, direction, times } = old;
  if (kind === 'unknown') kind = to === 'dialing' ? (hint === 'internal' ? hint : 'phone') : kindOf(payload);
  // Held while its kind was unknown, and of a kind that cannot be: the vendor's word against a guess of ours.
  if (state === 'held' && !canHold(kind)) state = 'connected';

  const heard = Object.values(times);
  const at = Math.max(now, ...heard);
  const began = cause === 'callIn' ? 'offered' : /^c.*ted$/.test(cause) && 'dialing';
  // A beginning heard late was no later than what was heard first.
  if (began && !(times.offered ?? times.dialing)) {
    direction = began === 'offered' ? 'inbound' : 'outbound';
    times = { ...times, [began]: Math.min(at, ...heard) };
  }
  if (to === 'held') times = { ...times, held: at };
  times = merge(times, { ended: (cause === 'sessionEnded' && at) || null, [state]: at }, 'fill');

  const passed = to === 'transferred';
  const muted = /^[mh]/.test(cause);
  // The target of a transfer is no field of the session: its `userId` is the customer.
  const filled = merge(old, passed ? {} : fields, 'fill');
  return merge(filled, {
    ...(hasNoEvent(cause) &&
      (/V/.test(cause)
        ? { videoMuted: muted }
        : { micMuted: muted, assumed: hint === 'settled' ? SETTLED : ASSUMED })),
    state,
    kind,
    direction,
    times,
    ...(isOverState(state) &&
      times.connected !== undefined && { duration: filled.duration ?? (at - times.connected) / 1000 }),
    ...(passed && state !== 'lost' && { transferredTo: merge(old.transferredTo ?? {}, fields, 'fill') }),
  }) as TCCCSession;
}
