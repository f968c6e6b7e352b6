import type { TCCCCallInEvent, TCCCSessionEndedEvent, TCCCTransferEvent } from '../sdk/event-map.js';
import { kindOf } from '../sdk/session-kind.js';
import { isOverState } from './live.js';
import type { TCCCSession, TCCCSessionState } from './session.js';
import { canHold, type SessionCause, type StateOrNone, TRANSITIONS } from './transitions.js';

/** Any field of any event or reply. */
export type SessionPayload = Partial<TCCCCallInEvent & TCCCSessionEndedEvent & TCCCTransferEvent> & {
  readonly status?: unknown;
};

type Fields = Record<string, unknown>;
type Common = Pick<TCCCSession, 'sessionId' | 'kind' | 'attempt' | 'micMuted' | 'videoMuted' | 'assumed'>;

/** A session in the making, as far as it is read here. */
type Draft = { -readonly [K in keyof Common]: Common[K] } & {
  state?: TCCCSessionState;
  direction?: TCCCSession['direction'];
  times: Partial<Record<TCCCSessionState, number>>;
  duration?: number;
  transferredTo?: object;
};

/** What no event confirms; of it, `isMicMuted` can settle the last. */
const ASSUMED: TCCCSession['assumed'] = ['held', 'videoMuted', 'micMuted'];
const SETTLED: TCCCSession['assumed'] = ['held', 'videoMuted'];

/** The lines of the table that were read: where the cause leads, `<`, out of where. */
const STEPS: Partial<Record<SessionCause, string[]>> = {};

/** Whether a cause is the reply of a method that has no event. */
export const hasNoEvent = (cause: string): boolean => /mute|hold|resume/.test(cause);

/** Adds what the draft misses: what the vendor leaves empty, a later payload may tell. */
function fill(draft: Fields, payload: Fields): Fields {
  for (const key in payload)
    if (
      // The vendor's own, whenever it comes: until then it is by our times.
      (key === 'duration' || (draft[key] ?? '') === '') &&
      (payload[key] ?? '') !== '' &&
      !/^(type|status|sessionId)$/.test(key)
    )
      draft[key] = payload[key];
  return draft;
}

/** The old one, where the new one says the same. */
export function keepOld<T extends object>(old: T, made: T): T {
  for (const key in made) if (made[key] !== old[key]) return made;
  return old;
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
  const step = (STEPS[cause] ??= TRANSITIONS[cause].split(' '));
  const to = step[0] as TCCCSessionState | '';
  const fresh: Draft = {
    sessionId: payload.sessionId as string,
    kind: 'unknown',
    attempt: (session?.attempt ?? 0) + 1,
    times: {},
    micMuted: false,
    videoMuted: false,
    assumed: ASSUMED,
  };
  let old: Draft = session ?? fresh;
  let state: StateOrNone = session?.state ?? 'none';
  if (
    step.includes(state, 1) &&
    (to !== 'held' || canHold(old.kind)) &&
    // It was made by its end, and nothing else is known: this is its own `callIn`, come late.
    !(to === 'offered' && /^ended(,transferred)?$/.test(Object.keys(old.times).join()))
  ) {
    state = to as TCCCSessionState;
    // The state it came from is over, or there is none: a new attempt.
    if (to === 'offered') old = fresh;
  } else if (state === 'none' || (to && !/In|Out|crea|End|^tra/.test(cause))) return session;

  const draft = { ...old };
  if (draft.kind === 'unknown')
    draft.kind = to === 'dialing' ? ((hint as 'internal' | undefined) ?? 'phone') : kindOf(payload);
  // Held while its kind was unknown, and of a kind that cannot be: the vendor's word against a guess of ours.
  if (state === 'held' && !canHold(draft.kind)) state = 'connected';

  const times = { ...old.times };
  const heard = Object.values(times);
  const at = Math.max(now, ...heard);
  // A beginning heard late was no later than what was heard first.
  if (/^c.*(In|ted)$/.test(cause) && !times.offered && !times.dialing)
    times[to === 'offered' ? to : 'dialing'] = Math.min(at, ...heard);
  if (to === 'ended') times.ended ??= at;
  if (to === 'held' || !times[state]) times[state] = at;
  draft.times = keepOld(old.times, times);
  draft.state = state;
  draft.direction = times.dialing ? 'outbound' : 'inbound';

  if (hasNoEvent(cause)) {
    draft[/V/.test(cause) ? 'videoMuted' : 'micMuted'] = /^[mh]/.test(cause);
    if (!/V/.test(cause)) draft.assumed = hint ? SETTLED : ASSUMED;
  }
  // The target of a transfer is no field of the session: its `userId` is the customer.
  if (to !== 'transferred') fill(draft, payload);
  else if (state !== 'lost')
    draft.transferredTo = keepOld(old.transferredTo ?? {}, fill({ ...old.transferredTo }, payload));
  if (isOverState(state) && times.connected) draft.duration ??= (at - times.connected) / 1000;
  return keepOld(old, draft) as TCCCSession;
}
