import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLive, isOver } from '../../../src/state/live.js';
import { next, type SessionPayload } from '../../../src/state/next.js';
import type { TCCCSession, TCCCSessionKind, TCCCSessionState } from '../../../src/state/session.js';
import { isIllegal, TRANSITIONS, type SessionCause } from '../../../src/state/transitions.js';
import { Model, type Step } from './sessions-model.js';

const RUNS = 600;
const STEPS_A_RUN = 200;
/** `SESSIONS_SEED=… npx vitest run --project node test/node/state` repeats a run. */
const seed = Number(process.env['SESSIONS_SEED'] ?? Date.now() % 2 ** 31);

const CAUSES = Object.keys(TRANSITIONS) as SessionCause[];
const KINDS: TCCCSessionKind[] = ['phone', 'im', 'voip', 'video', 'internal', 'unknown'];
const NEVER: Partial<Record<TCCCSessionKind, TCCCSessionState[]>> = {
  im: ['dialing', 'held'],
  video: ['dialing', 'held'],
  internal: ['held'],
};

const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  cause: fc.oneof(
    fc.constantFrom(...CAUSES),
    fc.constantFrom<SessionCause>('callIn', 'userAccessed', 'sessionEnded'),
  ),
  wait: fc.integer({ min: -500, max: 5000 }),
  tells: fc.constantFrom(...KINDS),
  colleague: fc.boolean(),
});

function payloadOf({ id: sessionId, cause, tells, wait }: Step): SessionPayload {
  const type = tells === 'unknown' ? undefined : tells;
  if (cause === 'callIn') return { sessionId, type, timeout: 8, remark: wait % 2 ? '' : `remark ${wait}` };
  if (cause === 'sessionEnded') {
    return { sessionId, type, closeBy: 'client', ...(wait % 3 === 0 && { duration: wait / 7 + 100 }) };
  }
  if (cause === 'transfer') return { sessionId, userId: wait % 2 ? 'colleague' : '', skillGroupId: '' };
  return cause === 'callOuted' || cause === 'created'
    ? { sessionId, calleePhoneNumber: '10000' }
    : { sessionId };
}

const freeze = (session: TCCCSession): TCCCSession => {
  Object.freeze(session.times);
  return Object.freeze(session);
};

/** `expect` is too slow for what runs a million times. */
function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

/** What holds of any one step, whatever came before. */
function checkStep(before: TCCCSession | undefined, after: TCCCSession, { cause }: Step): void {
  const { state, kind, times, attempt, direction } = after;
  must(!NEVER[kind]?.includes(state), `${kind} is never ${state}`);
  must(typeof times[state] === 'number', 'the present state has its time');
  must(state !== 'offered' || direction === 'inbound', 'offered is inbound');
  must(state !== 'dialing' || direction === 'outbound', 'dialing is outbound');
  if (isOver(after)) must((after.duration ?? 0) >= 0, 'no negative duration');
  else
    must(!('closeBy' in after || 'duration' in after || 'transferredTo' in after), 'no end before the end');

  if (!before) {
    must(attempt === 1, 'attempts count from 1');
    return;
  }
  must(after === before || !isDeepStrictEqual(after, before), 'no new object that says the same');
  must(after === before || !isIllegal(before, cause), 'what is illegal changes nothing');
  if (attempt !== before.attempt) {
    must(cause === 'callIn' && isOver(before), 'only callIn after the end begins an attempt');
    must(attempt === before.attempt + 1, 'attempts count by 1');
    return;
  }
  must(isOver(after) || !isOver(before), 'what is over stays over');
  const known = Object.values(before.times);
  for (const [name, time] of Object.entries(times) as [TCCCSessionState, number][]) {
    const was = before.times[name];
    const begins = was === undefined && (name === 'offered' || name === 'dialing');
    if (begins) must(time === Math.min(...known), 'a late beginning is dated first');
    else if (was !== time) {
      must(was === undefined || name === 'held', `the time of ${name} does not change`);
      must(time >= Math.max(...known), 'a new time is the latest');
    }
  }
}

const count = (states: Iterable<{ state: string }>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

describe('any history of sessions', () => {
  it(`keeps to the rules over ${RUNS * STEPS_A_RUN} steps (seed ${seed})`, { timeout: 60_000 }, () => {
    let steps = 0;
    let returns = 0;
    let illegal = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: STEPS_A_RUN, maxLength: STEPS_A_RUN }), (history) => {
        const model = new Model();
        const sessions = new Map<string, TCCCSession>();
        let now = 1_000_000;
        for (const one of history) {
          now += one.wait;
          const before = sessions.get(one.id);
          const payload = payloadOf(one);
          const after = next(before, one.cause, payload, now, one.colleague ? 'internal' : undefined);
          model.step(one);
          steps += 1;
          const expected = model.sessions.get(one.id);
          if (!expected || !after) {
            must(!expected && !after, `a record where none is due, or none where one is: ${one.cause}`);
            continue;
          }
          sessions.set(one.id, freeze(after));
          checkStep(before, after, one);
          const { duration } = payload;
          must(
            duration === undefined || (isOver(after) && after.duration === duration),
            "the vendor's duration",
          );
          const { state, kind, attempt, sessionId } = after;
          const found = [sessionId, state, kind, attempt].join();
          const due = [one.id, expected.state, expected.kind, expected.attempt].join();
          must(found === due, `${one.cause} on ${before?.state ?? 'none'}: ${found}, not ${due}`);
          if (attempt > 1 && attempt !== before?.attempt) returns += 1;
          if (isIllegal(before, one.cause)) illegal += 1;
        }
        expect([...sessions.keys()].sort()).toEqual([...model.sessions.keys()].sort());
        expect(count(sessions.values())).toEqual(count(model.sessions.values()));
        const live = [...model.sessions.values()].filter(
          ({ state, kind }) => kind !== 'im' && ['dialing', 'connected', 'held'].includes(state),
        );
        expect([...sessions.values()].filter(isLive)).toHaveLength(live.length);
      }),
      { seed, numRuns: RUNS },
    );
    console.info(`sessions: seed ${seed}, ${steps} steps, ${returns} returns, ${illegal} illegal`);
    expect(steps).toBeGreaterThanOrEqual(100_000);
    expect(Math.min(returns, illegal)).toBeGreaterThan(1000);
  });
});
