import type { TCCCCallInEvent, TCCCSessionEndedEvent, TCCCTransferEvent } from '../sdk/event-map.js';
import { kindOf } from '../sdk/session-kind.js';
import { OVER } from './live.js';
import type { TCCCSession, TCCCSessionState } from './session.js';
import { ASSUMED, canHold, type SessionCause, SETTLED, stateAfter, TRANSITIONS } from './transitions.js';

/** Any field of any event or reply. */
export type SessionPayload = Partial<TCCCCallInEvent & TCCCSessionEndedEvent & TCCCTransferEvent> & {
  readonly status?: unknown;
};

/** A session as far as it is read here. */
interface Draft extends Pick<
  TCCCSession,
  'kind' | 'direction' | 'attempt' | 'micMuted' | 'videoMuted' | 'assumed'
> {
  readonly sessionId?: string;
  readonly state?: TCCCSessionState;
  readonly times: Readonly<Partial<Record<TCCCSessionState, number>>>;
  readonly duration?: number;
  readonly transferredTo?: object;
}

const BLANK: Draft = {
  kind: 'unknown',
  direction: 'inbound',
  attempt: 0,
  times: {},
  micMuted: false,
  videoMuted: false,
  assumed: ASSUMED,
};

const isMissing = (value: unknown): boolean => value == null || value === '';

/** `base` with these changes, the same object if there are none; `fill`: with those only that it misses. */
function merge<T extends object>(base: T, changes: object, fill?: 'fill'): T {
  let merged = base as Record<string, unknown>;
  for (const [key, value] of Object.entries(changes) as [string, unknown][]) {
    const old = merged[key];
    if (fill ? isMissing(old) && !isMissing(value) : old !== value) merged = { ...merged, [key]: value };
  }
  return merged as T;
}

/**
 * The session after this cause: the same object if nothing changed, as after an illegal one. Never throws.
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
  let state = stateAfter(session, cause);
  if (!state || state === 'none') return session;
  const { to, began, sets } = TRANSITIONS[cause];
  const { type: _type, status: _status, sessionId = '', ...fields } = payload;
  const old: Draft = session ?? BLANK;
  const isNew = !session || (state === 'offered' && old.state !== state);
  const from: Draft = isNew ? { ...BLANK, sessionId, attempt: old.attempt + 1 } : old;
  // The target of a transfer is no field of the session: its `userId` is the customer.
  const filled = merge(from, to === 'transferred' ? {} : fields, 'fill');

  let { kind, direction, times } = from;
  if (kind === 'unknown') kind = to === 'dialing' ? (hint === 'internal' ? hint : 'phone') : kindOf(payload);
  // Held while its kind was unknown, and of a kind that cannot be: the vendor's word against a guess of ours.
  if (state === 'held' && !canHold(kind)) state = 'connected';

  const heard = Object.values(times);
  const at = Math.max(now, ...heard);
  // A beginning heard late was no later than what was heard first.
  if (began && (times.offered ?? times.dialing) === undefined) {
    direction = began === 'offered' ? 'inbound' : 'outbound';
    times = { ...times, [began]: Math.min(at, ...heard) };
  }
  if (state === 'held' && from.state !== state) times = { ...times, held: at };
  times = merge(times, { ended: cause === 'sessionEnded' ? at : undefined, [state]: at }, 'fill');

  return merge(filled, {
    ...sets,
    ...(hint === 'settled' && { assumed: SETTLED }),
    state,
    kind,
    direction,
    times,
    ...(OVER.includes(state) &&
      times.connected !== undefined && { duration: filled.duration ?? (at - times.connected) / 1000 }),
    ...(to === 'transferred' && { transferredTo: merge(filled.transferredTo ?? {}, fields, 'fill') }),
  }) as TCCCSession;
}
