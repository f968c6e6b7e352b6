import { act } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  useActiveSession,
  useIncomingSessions,
  useSession,
  useSessionActions,
  useSessions,
  useTCCCErrors,
  useTCCCGetSnapshot,
  useTCCCSelector,
} from '../../../src/index.js';
import { macrotask } from './desk.js';
import { emit, openProbe, probing, soon } from './probe.js';

/** Every hook, of one session where it is of one. The selectors and filters are written inline. */
const hooksOf = (id: string): Record<string, () => unknown> => ({
  useSession: () => useSession(id),
  useSessionActions: () => useSessionActions(id),
  useSessions: () => useSessions(({ sessionId }) => sessionId === id),
  useSessionsByKind: () => useSessions({ kind: 'phone', state: ['connected', 'ended'] }),
  useTCCCSelector: () =>
    useTCCCSelector(({ sessions }) => sessions.find(({ sessionId }) => sessionId === id)),
});
const others: Record<string, () => unknown> = {
  useIncomingSessions: () => useIncomingSessions(),
  useActiveSession: () => useActiveSession(),
  useTCCCErrors: () => useTCCCErrors(),
  useTCCCGetSnapshot: () => useTCCCGetSnapshot(),
};
type Probes = Record<string, ReturnType<typeof probing>>;
const probesOf = (hooks: Record<string, () => unknown>): Probes =>
  Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [name, probing(hook)]));
const elements = (probes: Probes): ReactElement[] =>
  Object.entries(probes).map(([name, { element }]) => <div key={name}>{element}</div>);

/** How often each rendered since the last call. */
function counter(probes: Probes): () => Record<string, number> {
  let before: Record<string, number> = {};
  const count = (): Record<string, number> => {
    const now = Object.fromEntries(
      Object.entries(probes).map(([name, { results }]) => [name, results.length]),
    );
    const since = Object.fromEntries(Object.entries(now).map(([name, n]) => [name, n - (before[name] ?? 0)]));
    before = now;
    return since;
  };
  count();
  return count;
}
const each = (probes: Probes, n: number): Record<string, number> =>
  Object.fromEntries(Object.keys(probes).map((name) => [name, n]));

/** A connection with the call `s-1`, connected, and consumers of it; and the chat `s-2`, and its consumers. */
async function talking(strict = false) {
  const opened = await openProbe(() => useSessions(), { strict });
  const { desk, simulator } = opened;
  emit(simulator, ['callIn', { sessionId: 's-1', type: 'phone' }], ['userAccessed', { sessionId: 's-1' }]);
  emit(simulator, ['callIn', { sessionId: 's-2', type: 'im' }], ['userAccessed', { sessionId: 's-2' }]);
  const [one, rest] = [probesOf(hooksOf('s-1')), probesOf(others)];
  const two = probesOf({
    useSession: () => useSession('s-2'),
    useSessionActions: () => useSessionActions('s-2'),
  });
  const tree = (): ReactElement[] =>
    [one, two, rest].map((probes, n) => <div key={n}>{elements(probes)}</div>);
  desk.again(tree());
  expect(one['useSession']!.now()).toMatchObject({ kind: 'phone', state: 'connected' });
  expect(two['useSession']!.now()).toMatchObject({ kind: 'im', state: 'connected' });
  return { ...opened, one, two, rest, tree };
}

it('an update of one session renders each of its consumers once, and no other’s', async () => {
  const { simulator, one, two, rest } = await talking();
  const [ones, twos, rests] = [counter(one), counter(two), counter(rest)];
  emit(simulator, ['sessionEnded', { sessionId: 's-2', closeBy: 'client' }]);
  expect([ones(), twos(), rests()]).toEqual([each(one, 0), each(two, 1), each(rest, 0)]);
  emit(simulator, ['sessionEnded', { sessionId: 's-1', closeBy: 'client' }]);
  expect([ones(), twos(), rests()]).toEqual([
    each(one, 1),
    each(two, 0),
    { ...each(rest, 0), useActiveSession: 1 },
  ]);
});

it('an event that changes nothing renders nobody', async () => {
  const { simulator, one, two, rest } = await talking();
  const counts = [one, two, rest].map(counter);
  emit(simulator, ['userAccessed', { sessionId: 's-1' }], ['callOuted', { sessionId: 's-1' }]);
  expect(counts.map((count) => count())).toEqual([each(one, 0), each(two, 0), each(rest, 0)]);
});

it.each([false, true])(
  '1,000 updates elsewhere render a consumer 0 times (StrictMode: %s)',
  async (strict) => {
    const { simulator, one, rest } = await talking(strict);
    const counts = [one, rest].map(counter);
    for (let n = 0; n < 1000; n++) {
      emit(simulator, ['sessionEnded', { sessionId: `other-${n}`, type: 'im', closeBy: 'timer' }]);
    }
    expect(counts.map((count) => count())).toEqual([each(one, 0), each(rest, 0)]);
  },
);

it('100 renders of the parent render a consumer 0 times', async () => {
  const { desk, one, two, rest, tree } = await talking();
  const counts = [one, two, rest].map(counter);
  for (let n = 0; n < 100; n++) desk.again(tree(), { timeouts: { call: 5000 }, onReady: () => n });
  await macrotask();
  expect(counts.map((count) => count())).toEqual([each(one, 0), each(two, 0), each(rest, 0)]);
});

it('an action renders only its session’s useSessionActions: pending, and done', async () => {
  const { simulator, one, two, rest } = await talking();
  const [ones, twos, rests] = [counter(one), counter(two), counter(rest)];
  simulator.never('Call.hungUp');
  const { hangUp } = one['useSessionActions']!.now() as ReturnType<typeof useSessionActions>;
  act(() => void hangUp.run());
  expect([ones(), twos(), rests()]).toEqual([
    { ...each(one, 0), useSessionActions: 1 },
    each(two, 0),
    each(rest, 0),
  ]);
});

describe('several events in one task', () => {
  const scope = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  let before: boolean | undefined;
  // As in an app: act would batch in any case.
  beforeEach(() => {
    before = scope.IS_REACT_ACT_ENVIRONMENT;
  });
  afterEach(() => {
    scope.IS_REACT_ACT_ENVIRONMENT = before ?? true;
  });

  it('give one render', async () => {
    const { simulator, one, rest } = await talking();
    const [ones, rests] = [counter(one), counter(rest)];
    scope.IS_REACT_ACT_ENVIRONMENT = false;
    simulator.emit('transfer', { sessionId: 's-1', userId: 'bob' });
    simulator.emit('sessionEnded', { sessionId: 's-1', closeBy: 'seat' });
    simulator.emit('callIn', { sessionId: 's-3', type: 'phone' });
    await soon(() =>
      expect(one['useSession']!.now()).toMatchObject({ state: 'transferred', closeBy: 'seat' }),
    );
    expect(ones()).toEqual(each(one, 1));
    expect(rests()).toEqual({ ...each(rest, 0), useActiveSession: 1, useIncomingSessions: 1 });
  });
});
