import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  TCCCProvider,
  type TCCCDesk,
  useSessionActions,
  useTCCCEvent,
  useTCCCGetSnapshot,
  useTCCCSelector,
} from '../../../src/index.js';
import { quietly, thrownBy } from './desk.js';
import { emit, ID, openProbe, probing, run } from './probe.js';

const EMPTY = {
  sessions: [],
  agent: { status: null, since: null, reserved: null, offlineBy: null },
  errors: [],
};
const waiting = ({ sessions }: TCCCDesk): number =>
  sessions.filter(({ state }) => state === 'offered').length;
const ids = ({ sessions }: TCCCDesk): string[] => sessions.map(({ sessionId }) => sessionId);
const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const callIn = (sessionId: string) => ['callIn', { sessionId, type: 'phone' }] as const;

describe('useTCCCSelector', () => {
  it('renders only when what the selector returns has changed', async () => {
    const { simulator, results } = await openProbe(() => useTCCCSelector(waiting));
    results.length = 0;
    emit(simulator, callIn('a'));
    emit(simulator, ['callOuted', { sessionId: 'b' }]);
    emit(simulator, ['userAccessed', { sessionId: 'b' }]);
    emit(simulator, ['userAccessed', { sessionId: 'a' }]);
    expect(results).toEqual([1, 0]);
  });

  it('keeps the old result where isEqual says it is the same', async () => {
    const { simulator, results, now } = await openProbe(() => useTCCCSelector(ids, sameText));
    emit(simulator, callIn('a'));
    const [before, renders] = [now(), results.length];
    emit(simulator, ['userAccessed', { sessionId: 'a' }]);
    expect(results).toHaveLength(renders);
    emit(simulator, callIn('b'));
    expect([before, now()]).toEqual([['a'], ['a', 'b']]);
  });

  it('keeps it too when the selector is another at each render', async () => {
    const { desk, simulator } = await openProbe(() => useTCCCSelector(waiting));
    emit(simulator, callIn('a'));
    const seen: string[][] = [];
    const List = (): ReactNode => {
      seen.push(
        useTCCCSelector(
          (state) => ids(state),
          (a, b) => sameText(a, b),
        ),
      );
      return null;
    };
    for (let n = 0; n < 5; n++) desk.again(<List />);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(1);
  });

  it('uses a new selector at once', async () => {
    const { desk, simulator } = await openProbe(() => useTCCCSelector(waiting));
    emit(simulator, callIn('a'), callIn('b'), ['userAccessed', { sessionId: 'b' }]);
    const Count = ({ state }: { state: string }): ReactNode =>
      useTCCCSelector(({ sessions }) => sessions.find((one) => one.state === state)?.sessionId);
    desk.again(<Count state="offered" />);
    expect(desk.container).toHaveTextContent(/^a$/);
    desk.again(<Count state="connected" />);
    expect(desk.container).toHaveTextContent(/^b$/);
  });

  it('has the agent’s status and the errors, too', async () => {
    const { desk, simulator } = await openProbe(() => useTCCCSelector(waiting));
    const { element, now } = probing(() =>
      useTCCCSelector(({ agent, errors }) => [agent.status, errors.length].join()),
    );
    desk.again(element);
    emit(simulator, ['statusChanged', { status: 'rest' }], ['callIn']);
    expect(now()).toBe('rest,1');
  });
});

describe('useTCCCGetSnapshot', () => {
  const useIt = () => ({
    getSnapshot: useTCCCGetSnapshot(),
    actions: useSessionActions(ID),
    waiting: useTCCCSelector(waiting),
  });

  it('has the event already in the handler of useTCCCEvent, whose render is older', async () => {
    const seen: unknown[] = [];
    const { simulator } = await openProbe(() => {
      const getSnapshot = useTCCCGetSnapshot();
      const rendered = useTCCCSelector(waiting);
      useTCCCEvent('callIn', () => seen.push([rendered, waiting(getSnapshot())]));
      useTCCCEvent('sessionEnded', ({ sessionId }) =>
        seen.push(getSnapshot().sessions.find((session) => session.sessionId === sessionId)),
      );
      useTCCCEvent('statusChanged', ({ status }) => seen.push([status, getSnapshot().agent.status]));
      useTCCCEvent('ready', () => seen.push(getSnapshot().agent.status));
    });
    expect(seen).toEqual(['free', ['free', 'free']]);
    seen.length = 0;
    emit(simulator, callIn('a'), callIn('b'), ['sessionEnded', { sessionId: 'a', closeBy: 'client' }]);
    expect(seen).toMatchObject([[0, 1], [0, 2], { state: 'ended', closeBy: 'client' }]);
  });

  it('is the same function for ever, and the same snapshot until something of it changed', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    const { getSnapshot } = now();
    emit(simulator, callIn(ID));
    const before = getSnapshot();
    expect(getSnapshot()).toBe(before);
    // Neither a repeated event, nor what an action waits for, nor a render is a change.
    emit(simulator, callIn(ID), ['statusChanged', { status: before.agent.status }]);
    simulator.never('Call.accept');
    act(() => void now().actions.accept.run());
    expect(now().actions.accept.pending).toBe(true);
    desk.again(undefined, { onReady: () => undefined });
    expect(getSnapshot()).toBe(before);
    const { agent, errors, sessions } = before;
    emit(simulator, ['userAccessed', { sessionId: ID }]);
    expect(getSnapshot()).not.toBe(before);
    expect(getSnapshot()).toMatchObject({ agent, errors });
    expect([getSnapshot().agent === agent, getSnapshot().errors === errors]).toEqual([true, true]);
    expect(getSnapshot().sessions).not.toBe(sessions);
    expect(sessions).toMatchObject([{ state: 'offered' }]);
    expect(now().getSnapshot).toBe(getSnapshot);
  });

  it('never renders', async () => {
    const { simulator, results } = await openProbe(() => useTCCCGetSnapshot());
    const { length } = results;
    const getSnapshot = results[0]!;
    expect(getSnapshot()).toMatchObject({ agent: { status: 'free' } });
    emit(simulator, callIn('a'), ['statusChanged', { status: 'rest' }]);
    expect(getSnapshot()).toMatchObject({ sessions: [{ sessionId: 'a' }], agent: { status: 'rest' } });
    expect(results).toHaveLength(length);
  });

  it('shows what failed before it is rendered', async () => {
    const { now } = await openProbe(useIt);
    let seen: TCCCDesk | undefined;
    const { actions, getSnapshot } = now();
    const failed = actions.accept.run().catch(() => {
      seen = getSnapshot();
    });
    await act(() => failed);
    expect(seen?.errors).toMatchObject([{ code: 'action-unavailable' }]);
    expect(await run(actions, 'accept')).toMatchObject({ code: 'action-unavailable' });
  });
});

const hooks = {
  useTCCCSelector: () => useTCCCSelector((desk) => desk),
  useTCCCGetSnapshot: () => useTCCCGetSnapshot()(),
};

describe.each(Object.entries(hooks))('%s', (caller, useIt) => {
  it('throws provider-missing outside a provider, naming itself', () => {
    quietly();
    const error = thrownBy(() => render(probing(useIt).element));
    expect(error).toMatchObject({ code: 'provider-missing', details: { caller } });
  });

  it('tells the same in StrictMode', async () => {
    const { desk, simulator } = await openProbe(() => useTCCCSelector(waiting), { strict: true });
    emit(simulator, callIn('a'));
    const { element, now } = probing(useIt);
    desk.again(element);
    expect(now()).toMatchObject({ sessions: [{ sessionId: 'a' }], agent: { status: 'free' }, errors: [] });
  });

  it('has an empty desk on a server', () => {
    const { element, now } = probing(useIt);
    const warn = vi.spyOn(console, 'error');
    renderToString(<TCCCProvider tokenEndpoint="/api/tccc/token">{element}</TCCCProvider>);
    expect(now()).toEqual(EMPTY);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('unmounted mid-way', () => {
  it('a selector is called no more', async () => {
    const select = vi.fn(waiting);
    const { desk, simulator } = await openProbe(() => useTCCCSelector(select));
    desk.again(<p />);
    select.mockClear();
    emit(simulator, callIn('a'));
    expect(select).not.toHaveBeenCalled();
  });
});
