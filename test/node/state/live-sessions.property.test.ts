import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isTCCCError } from '../../../src/sdk/errors.js';
import {
  SIMULATOR_READINGS,
  type SimulatorMethod,
  type SimulatorReadings,
  type SimulatorSession,
} from '../../../src/simulator/index.js';
import { isLive, isOver } from '../../../src/state/live.js';
import { STATES, type TCCCSessionAction } from '../../../src/state/methods.js';
import type { TCCCSession } from '../../../src/state/session.js';
import { createLiveDesk, type LiveDesk } from './live-desk.js';

const RUNS = 500;
const STEPS_A_RUN = 50;
/** `SESSIONS_SEED=… npx vitest run --project node test/node/state` repeats a run. */
const seed = Number(process.env['SESSIONS_SEED'] ?? Date.now() % 2 ** 31);

const KINDS = ['phone', 'im', 'voip', 'video', 'internal'] as const;
const ACTIONS = Object.keys(STATES) as TCCCSessionAction[];
const CHOICES = Object.entries(SIMULATOR_READINGS).flatMap(([name, [, ...others]]) =>
  others.map((choice) => [name, choice] as const),
);

type Play = (desk: LiveDesk, keep: (promise: Promise<unknown>) => void) => unknown;
interface Step {
  text: string;
  [fc.toStringMethod]: () => string;
  play: Play;
}

/** One of the sessions that there are, the newest as 0. */
const idOf = ({ snapshot }: LiveDesk, nth: number): string =>
  snapshot().sessions.at(-1 - (nth % Math.max(1, snapshot().sessions.length)))?.sessionId ?? 'nobody';

const step = <T>(given: fc.Arbitrary<T>, text: (value: T) => string, play: (value: T) => Play) =>
  given.map((value): Step => {
    const named = text(value);
    // What fast-check prints of it.
    return { text: named, play: play(value), [fc.toStringMethod]: () => named };
  });
const nth = fc.nat(4);
const word = String;

const steps: fc.Arbitrary<Step> = fc.oneof(
  // Time: of a reply, of ringing out, of after-call work.
  { weight: 6, arbitrary: step(fc.constantFrom(1, 20, 60, 70, 300, 1000, 6000), (ms) => `pass ${ms}`, pass) },
  {
    weight: 3,
    arbitrary: step(
      fc.record({ type: fc.constantFrom(...KINDS), timeout: fc.constantFrom(0, 0, 2), force: fc.boolean() }),
      ({ type, force }) => `ring ${type}${force ? ' by force' : ''}`,
      (ring) =>
        ({ simulator }) =>
          simulator.ring(ring),
    ),
  },
  step(
    fc.record({ nth, force: fc.boolean() }),
    (given) => `transferIn ${given.nth}`,
    ({ nth: which, force }) =>
      (desk) => {
        const sessionId = idOf(desk, which);
        const { times = {} } = desk.session(sessionId) ?? {};
        // Of which only the end was heard: the next `callIn` would count as its own, come late.
        if (!/^ended(,transferred)?$/.test(Object.keys(times).join()))
          desk.simulator.transferIn({ sessionId, force });
      },
  ),
  {
    weight: 3,
    arbitrary: step(
      fc.constantFrom('answer', 'answer', 'refuse', 'busy', 'stayAway', 'hangUp', 'hangUp'),
      (what) => `customer: ${what}`,
      (what) => (desk) => {
        desk.simulator.customer[what]();
      },
    ),
  },
  {
    weight: 3,
    arbitrary: step(
      fc.constantFrom('answer', 'reject', 'hangUp', 'mute', 'unmute', 'hold', 'unhold', 'complete'),
      (what) => `UI ${what}`,
      (what) => (desk) => {
        desk.simulator.agentUi[what]();
      },
    ),
  },
  step(
    fc.constantFrom('dial', 'dialColleague', 'transfer', 'online', 'online', 'offline', 'rest', 'free'),
    (what) => `UI ${what}`,
    (what) =>
      ({ simulator: { agentUi } }) => {
        if (what === 'dial') agentUi.dial('10086');
        else if (what === 'dialColleague') agentUi.dialColleague('carol');
        else if (what === 'transfer') agentUi.transfer({ userId: 'carol' });
        else if (what === 'online' || what === 'offline') agentUi[what]();
        else agentUi.setStatus(what);
      },
  ),
  step(
    fc.constantFrom('free', 'free', 'rest', 'notReady', 'offline'),
    (status) => `the backend says ${status}`,
    (status) =>
      ({ simulator }) => {
        if (status === 'offline') simulator.forceOffline();
        else simulator.setStatusRemotely(status);
      },
  ),
  step(
    fc.record({
      method: fc.constantFrom<SimulatorMethod>(
        'Call.accept',
        'Call.hold',
        'Call.hungUp',
        'Call.startOutboundCall',
      ),
      fault: fc.constantFrom('fails', 'fails', 'is never answered', 'works'),
    }),
    ({ method, fault }) => `${method} ${fault}`,
    ({ method, fault }) =>
      ({ simulator }) => {
        simulator.restore();
        if (fault === 'fails') simulator.fail(method, { times: 1 });
        if (fault === 'is never answered') simulator.never(method);
      },
  ),
  // The library's own actions, whether they are available or not.
  {
    weight: 5,
    arbitrary: step(
      fc.record({ nth, action: fc.constantFrom(...ACTIONS) }),
      (given) => `${given.action} ${given.nth}`,
      ({ nth: which, action }) =>
        (desk, keep) => {
          const given = action === 'transfer' ? { userId: 'bob' } : action === 'sendDigits' ? '1' : undefined;
          keep(desk.run(idOf(desk, which), action, given));
        },
    ),
  },
  {
    weight: 9,
    arbitrary: step(
      fc.constantFrom<TCCCSessionAction>('accept', 'accept', 'hangUp', 'hold', 'hold', 'resume', 'transfer'),
      (action) => `${action} where it can be done`,
      (action) => (desk, keep) => {
        const fits = desk.snapshot().sessions.findLast(({ state }) => STATES[action].includes(state));
        if (fits) keep(desk.run(fits.sessionId, action, { skillGroupId: '1' }));
      },
    ),
  },
  {
    weight: 3,
    arbitrary: step(
      fc.constantFrom('customer', 'colleague'),
      (whom) => `dial a ${whom}`,
      (whom) => (desk, keep) => {
        keep(desk.dial(whom));
      },
    ),
  },
  step(
    fc.constantFrom('free', 'free', 'rest', 'arrange', 'notReady', 'stopNotReady'),
    (status) => `setStatus ${status}`,
    (status) => (desk, keep) => {
      keep(desk.setStatus(status));
    },
  ),
  step(fc.constantFrom('online', 'online', 'online', 'offline'), word, (where) => (desk, keep) => {
    keep(desk.go(where));
  }),
);

function pass(ms: number): Play {
  return () => vi.advanceTimersByTimeAsync(ms);
}

/** `expect` is too slow for what runs so often. */
function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

const idsOf = (sessions: readonly { sessionId: string }[]): string[] =>
  sessions.map(({ sessionId }) => sessionId).sort();
const NEVER: Record<string, string[]> = {
  im: ['dialing', 'held'],
  video: ['dialing', 'held'],
  internal: ['held'],
};

/** Whether the two states can be of one session: hold in the vendor's interface is told by nobody. */
function agrees({ state }: TCCCSession, simulated: SimulatorSession | undefined): boolean {
  const talks = (one: string | undefined): boolean => one === 'connected' || one === 'held';
  if (simulated && ['offered', 'dialing', 'connected', 'held'].includes(simulated.state))
    return state === simulated.state || (talks(state) && talks(simulated.state));
  return isOver({ state } as TCCCSession);
}

/** What holds at any moment. */
function check({ simulator, snapshot, session, isLiveByEvents }: LiveDesk, historySize: number): void {
  const { sessions, agent } = snapshot();
  const ids = idsOf(sessions);
  must(new Set(ids).size === ids.length, 'one record a session');
  for (const one of sessions) {
    const { sessionId, state, kind, direction, times } = one;
    must(session(sessionId) === one, 'the same record by its id and in the list');
    must(!NEVER[kind]?.includes(state), `${kind} is never ${state}`);
    const simulated = simulator.sessions.find((other) => other.sessionId === sessionId);
    must(agrees(one, simulated), `${state}, and in the simulator ${simulated?.state ?? 'gone'}`);
    if (!simulated) continue;
    // Where nothing told of its beginning, its direction is a guess.
    if (!('offered' in times || 'dialing' in times)) continue;
    must(direction === (simulated.direction === 'in' ? 'inbound' : 'outbound'), `${direction} it is not`);
    const untold = kind === 'unknown' && simulator.options.readings.callInType === 'absent';
    must(direction === 'outbound' || untold || kind === simulated.kind, `${kind}, not ${simulated.kind}`);
  }
  const over = sessions.filter(isOver);
  const live = sessions.filter(isLive);
  const offered = sessions.filter(({ state }) => state === 'offered');
  const chats = sessions.filter(({ state, kind }) => kind === 'im' && state === 'connected');
  must(over.length + live.length + offered.length + chats.length === sessions.length, 'counts add up');
  must(over.length <= historySize, 'the history has a bound');

  // A session that was created, and of which no event has told yet, may be known by the reply or not.
  const told = new Set(
    simulator.events.map(({ payload }) => {
      const { sessionId, data } = (payload ?? {}) as { sessionId?: string; data?: { sessionId?: string } };
      return sessionId ?? data?.sessionId;
    }),
  );
  const heard = ({ sessionId }: { sessionId: string }): boolean => told.has(sessionId);
  const simulated = simulator.sessions.filter(heard);
  const rings = simulated.filter(({ state }) => state === 'offered');
  const runs = simulated.filter(
    ({ state, kind }) => kind !== 'im' && ['dialing', 'connected', 'held'].includes(state),
  );
  must(idsOf(offered).join() === idsOf(rings).join(), 'the same sessions ring');
  must(idsOf(live.filter(heard)).join() === idsOf(runs).join(), 'the same sessions are live');
  must(
    isLiveByEvents() === live.length > 0,
    `the connection knows ${isLiveByEvents() ? 'a' : 'no'} live one`,
  );
  must(
    agent.status === simulator.agent.status,
    `${agent.status}, and in the simulator ${simulator.agent.status}`,
  );
}

const warned: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation((...args) => void warned.push(args.join(' ')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it(`has the same sessions live as the SDK, over ${RUNS * STEPS_A_RUN} steps (seed ${seed})`, async () => {
  let played = 0;
  const pairs = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...CHOICES), { minLength: 2, maxLength: 2, selector: ([name]) => name }),
      fc.constantFrom(2, 1000),
      fc.record({ wrapUp: fc.constantFrom(0, 5), autoTransfer: fc.boolean(), seed: fc.nat(9) }),
      fc.array(steps, { minLength: STEPS_A_RUN, maxLength: STEPS_A_RUN }),
      async (choices, historySize, options, history) => {
        const readings = Object.fromEntries(choices) as Partial<SimulatorReadings>;
        const desk = createLiveDesk({ ...options, readings, customer: 'manual' }, historySize);
        let asked = 0;
        const outcomes: unknown[] = [];
        const keep = (promise: Promise<unknown>): void => {
          asked += 1;
          promise.then(
            () => outcomes.push(undefined),
            (error: unknown) => outcomes.push(error),
          );
        };
        await vi.advanceTimersByTimeAsync(400);
        const done: string[] = [];
        try {
          check(desk, historySize);
          for (const { text, play } of history) {
            done.push(text);
            try {
              await play(desk, keep);
            } catch (error) {
              // The control says so where there is nobody to do it.
              if (!/^Simulator: /.test((error as Error).message) && (error as Error).name !== 'Refusal')
                throw error;
            }
            await vi.advanceTimersByTimeAsync(0);
            check(desk, historySize);
            played += 1;
          }
          // Whatever was asked for comes to an end, and fails with an error of ours or not at all.
          await vi.advanceTimersByTimeAsync(20_000);
          check(desk, historySize);
          must(outcomes.length === asked, `${asked - outcomes.length} actions still pending`);
          for (const error of outcomes) must(!error || isTCCCError(error), String(error));
          desk.disconnect();
          must(desk.snapshot().sessions.every(isOver), 'over with the connection');
          must(warned.length === 0, `no step is reported as illegal: ${warned.join()}`);
        } catch (error) {
          throw new Error(`${(error as Error).message}, after ${done.join(', ')}`, { cause: error });
        } finally {
          warned.length = 0;
          desk.simulator.dispose();
        }
        pairs.add(choices.flat().sort().join());
      },
    ),
    { seed, numRuns: RUNS },
  );
  console.info(`live sessions: seed ${seed}, ${played} steps, ${pairs.size} pairs of readings`);
  expect(played).toBe(RUNS * STEPS_A_RUN);
});
