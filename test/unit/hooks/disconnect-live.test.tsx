import { act, render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useSession, useSessions, type TCCCState } from '../../../src/index.js';
import { outcome, unhandledIn } from './clock.js';
import { macrotask, On, onSimulator, openDesk, simulate, Status } from './desk.js';
import { LIVE, NOT_LIVE } from './live.js';
import { emit, ID, openProbe, run, soon, useBoth } from './probe.js';

const useIt = () => ({ ...useBoth(), all: useSessions(() => true) });
type Opened = Awaited<ReturnType<typeof openProbe<ReturnType<typeof useIt>>>>;

/** Expects that a `disconnect()` changes nothing at all. */
async function refuses({ desk, simulator, now }: Opened, given?: object): Promise<void> {
  const before = desk.state();
  const { all } = now();
  const calls = simulator.calls.length;
  expect(await outcome(before.disconnect(given))).toMatchObject({
    code: 'session-live',
    retryable: false,
    details: {},
  });
  await macrotask();
  expect(simulator.calls.slice(calls)).toEqual([]);
  expect(window).toHaveProperty('tccc', before.sdk);
  expect(desk.state()).toBe(before);
  expect(desk.state().status).toBe('ready');
  expect(now().all).toBe(all);
  expect(desk.asked()).toBe(1);
}

// Some of what is told here cannot be, which is said in development.
beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
});

describe('disconnect() while somebody would be cut off', () => {
  it.each(Object.entries(LIVE))('rejects session-live and touches nothing: %s', async (_what, events) => {
    const opened = await openProbe(useIt);
    emit(opened.simulator, ...events);
    await refuses(opened);
    // Its events are still heard, and its end frees the way.
    emit(opened.simulator, ['sessionEnded', { sessionId: ID, closeBy: 'client' }]);
    expect(opened.now().session).toMatchObject({ state: 'ended', closeBy: 'client' });
    expect(await outcome(opened.desk.state().disconnect())).toBeUndefined();
    expect(opened.desk.state().status).toBe('idle');
  });

  it('rejects while the customer is held', async () => {
    const opened = await openProbe(useIt);
    act(() => void opened.simulator.ring({ sessionId: ID }));
    act(() => {
      opened.simulator.agentUi.answer();
    });
    await run(opened.now().actions, 'hold');
    expect(opened.now().session?.state).toBe('held');
    // The SDK has answered whether its microphone is muted.
    await soon(() => expect(opened.now().session?.assumed).not.toContain('micMuted'));
    await refuses(opened);
  });

  it('rejects until the last of several is over', async () => {
    const opened = await openProbe(useIt);
    emit(opened.simulator, ...LIVE['a phone call']!, ['userAccessed', { sessionId: 's-2' }]);
    emit(opened.simulator, ['sessionEnded', { sessionId: ID }]);
    await refuses(opened);
    emit(opened.simulator, ['transfer', { sessionId: 's-2' }]);
    expect(await outcome(opened.desk.state().disconnect())).toBeUndefined();
  });

  it('rejects where no hook reads any session', async () => {
    const desk = openDesk(undefined, { options: { ringTimeout: 0 } });
    const { sdk, disconnect } = await desk.until('ready');
    desk.simulator.emit('userAccessed', { sessionId: ID });
    await expect(disconnect()).rejects.toMatchObject({ code: 'session-live' });
    expect(desk.state().sdk).toBe(sdk);
    desk.simulator.emit('sessionEnded', { sessionId: ID });
    await act(() => expect(disconnect()).resolves.toBeUndefined());
  });

  it.each(['sessionNoted', 'transcript', 'infoSent'])(
    'rejects after an event that the vendor does not document: %s',
    async (name) => {
      const opened = await openProbe(useIt);
      opened.desk.again(<On name={name as 'callIn'} run={() => undefined} />);
      emit(opened.simulator, ...LIVE['a phone call']!, [name, { sessionId: ID }]);
      expect(await outcome(opened.desk.state().disconnect())).toMatchObject({ code: 'session-live' });
    },
  );

  it('rejects after a statusChanged without a payload, as anywhere', async () => {
    const opened = await openProbe(useIt);
    emit(opened.simulator, ...LIVE['a phone call']!, ['statusChanged']);
    await refuses(opened);
  });

  it('says what to do', async () => {
    const { desk, simulator } = await openProbe(useIt);
    emit(simulator, ...LIVE['a phone call']!);
    await expect(desk.state().disconnect()).rejects.toThrow(
      /Hang up first, or disconnect\({ force: true }\)/,
    );
  });

  it('causes no unhandledrejection when nobody awaits it', async () => {
    const { desk, simulator } = await openProbe(useIt);
    emit(simulator, ...LIVE['a phone call']!);
    const { disconnect } = desk.state();
    expect(await unhandledIn(() => void disconnect())).toEqual([]);
    expect(desk.state().status).toBe('ready');
  });

  it.each([
    ['a click', { type: 'click', preventDefault: () => undefined }],
    ['the force of a touch', { force: 1 }],
    ['force: false', { force: false }],
    ['force: undefined', { force: undefined }],
  ])('is not forced by %s', async (_what, given) => {
    const opened = await openProbe(useIt);
    emit(opened.simulator, ...LIVE['a phone call']!);
    await refuses(opened, given);
  });

  it('goes through with { force: true }, and ends the session without a closeBy', async () => {
    const { desk, simulator, now } = await openProbe(useIt);
    emit(simulator, ...LIVE['a phone call']!);
    const { disconnect } = desk.state();
    let done: Promise<void> | undefined;
    act(() => {
      done = disconnect({ force: true });
    });
    expect(desk.state()).toMatchObject({ status: 'idle', sdk: null });
    expect(now().session).toMatchObject({ state: 'ended' });
    expect(now().session).not.toHaveProperty('closeBy');
    expect(await outcome(done!)).toBeUndefined();
    expect(simulator.calls.map(({ method }) => method)).toContain('Agent.offline');
    expect(window).not.toHaveProperty('tccc');
  });
});

describe('disconnect() while nobody would be cut off', () => {
  it.each(Object.entries(NOT_LIVE))('ends the connection: %s', async (_what, events) => {
    const { desk, simulator } = await openProbe(useIt);
    emit(simulator, ...events);
    expect(await outcome(desk.state().disconnect())).toBeUndefined();
    expect(desk.state()).toMatchObject({ status: 'idle', sdk: null });
    expect(window).not.toHaveProperty('tccc');
  });

  it.each(['networkQuality', 'userActive'])(
    'ends it after an event that the vendor does not document: %s',
    async (name) => {
      const { desk, simulator } = await openProbe(useIt);
      desk.again(<On name={name as 'callIn'} run={() => undefined} />);
      emit(simulator, ['callIn', { sessionId: ID, type: 'phone' }], [name, { sessionId: ID }]);
      expect(await outcome(desk.state().disconnect())).toBeUndefined();
    },
  );

  it('ends it after a statusChanged without a payload', async () => {
    const { desk, simulator } = await openProbe(useIt);
    emit(simulator, ['statusChanged']);
    expect(await outcome(desk.state().disconnect())).toBeUndefined();
  });

  it('still aborts a connect that is under way', async () => {
    const desk = openDesk(undefined, { options: { login: 'never' } });
    const { connect, disconnect } = await desk.until('logging-in');
    desk.simulator.emit('userAccessed', { sessionId: ID });
    const connecting = connect();
    expect(await outcome(disconnect())).toBeUndefined();
    expect(await outcome(connecting)).toMatchObject({ code: 'aborted' });
  });

  it('does not count a session of the connection before', async () => {
    const { desk, simulator } = await openProbe(useIt);
    emit(simulator, ...LIVE['a phone call']!);
    await act(() => desk.state().disconnect({ force: true }));
    await act(() => desk.state().connect());
    expect(await outcome(desk.state().disconnect())).toBeUndefined();
  });
});

describe('who is signed in comes first, live session or not', () => {
  it.each([null, 'bob'])('refuses also once the agent has changed from %s', async (before) => {
    const { desk, simulator } = await openProbe(useIt, { agentKey: 'anna' });
    desk.again(undefined, { agentKey: before });
    await soon(() => expect(desk.state().status).toBe(before ? 'ready' : 'idle'));
    desk.again(undefined, { agentKey: 'anna' });
    await soon(() => expect(desk.state().status).toBe('ready'));
    emit(simulator, ...LIVE[Object.keys(LIVE)[0]!]!);
    expect(await outcome(desk.state().disconnect())).toMatchObject({ code: 'session-live' });
    expect(desk.state().status).toBe('ready');
  });

  it('another agentKey is at once', async () => {
    const { desk, simulator, now } = await openProbe(useIt, { agentKey: 'anna' });
    const { sdk } = desk.state();
    emit(simulator, ...LIVE['a phone call']!);
    desk.again(undefined, { agentKey: 'bob' });
    expect([desk.state().status, now().session]).toEqual(['idle', undefined]);
    const after: TCCCState = await desk.until('ready');
    expect(after.sdk).not.toBe(sdk);
    expect([desk.asked(), simulator.loads]).toEqual([2, 2]);
    expect(now().all).toEqual([]);
  });

  it('agentKey={null} is at once', async () => {
    const { desk, simulator } = await openProbe(useIt, { agentKey: 'anna' });
    emit(simulator, ...LIVE['a phone call']!);
    desk.again(undefined, { agentKey: null });
    expect(desk.state().status).toBe('idle');
    await waitFor(() => expect(window).not.toHaveProperty('tccc'));
    expect(desk.asked()).toBe(1);
  });

  it('a keyed swap is at once', async () => {
    const simulator = simulate();
    const seen: string[] = [];
    function Watch({ who }: { who: string }): ReactNode {
      seen.push(`${who} ${useSession(ID)?.state}`);
      return <Status />;
    }
    const page = (who: string): ReactNode => (
      <TCCCProvider key={who} agentKey={who} {...onSimulator(simulator)}>
        <Watch who={who} />
      </TCCCProvider>
    );
    const view = render(page('anna'));
    await waitFor(() => expect(view.container.textContent).toBe('ready'));
    emit(simulator, ...LIVE['a phone call']!);
    expect(seen.at(-1)).toBe('anna connected');
    view.rerender(page('bob'));
    expect(view.container.textContent).toBe('idle');
    await waitFor(() => expect(view.container.textContent).toBe('ready'));
    expect(simulator.loads).toBe(2);
    expect(new Set(seen.filter((text) => text.startsWith('bob')))).toEqual(new Set(['bob undefined']));
  });
});
