import { act, render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { TCCCProvider, useSessions, type TCCCProviderProps } from '../../../src/index.js';
import { outcome } from './clock.js';
import { macrotask, On } from './desk.js';
import { endpoint, LIVE, of, openByEndpoint } from './live.js';
import { emit, ID, probing, run, soon, useBoth } from './probe.js';

const CALL = LIVE['a phone call']!;
const END = of(ID)('sessionEnded');
const useIt = () => ({ ...useBoth(), all: useSessions(() => true) });

/** A connection with a call under way, whose endpoint is then changed to `/two`. */
async function waiting(more?: Parameters<typeof openByEndpoint>[1]) {
  const probe = probing(useIt);
  const opened = await openByEndpoint(probe.element, more);
  const { desk, simulator } = opened;
  emit(simulator, ...CALL);
  const before = desk.state();
  desk.again(undefined, endpoint('/two'));
  await macrotask();
  const asIs = (): void => {
    expect(opened.asked).toEqual(['/one']);
    expect(desk.state()).toBe(before);
    expect(window).toHaveProperty('tccc', before.sdk);
    expect(simulator.calls.filter(({ method }) => method === 'Agent.offline')).toEqual([]);
  };
  asIs();
  return { ...opened, ...probe, before, asIs, sdk: before.sdk! };
}

/** Waits for the connection by another endpoint. */
async function reconnected({ desk, sdk }: Awaited<ReturnType<typeof waiting>>): Promise<void> {
  await soon(() => {
    expect(desk.state().status).toBe('ready');
    expect(desk.state().sdk).not.toBe(sdk);
  });
}

describe.each([
  ['plain', false],
  ['in StrictMode', true],
])('another tokenEndpoint while somebody is talked to, %s', (_how, strict) => {
  it('waits until the session ends, then connects by a fresh token, by itself', async () => {
    const opened = await waiting({ strict });
    const { simulator, asIs, asked, now } = opened;
    emit(simulator, ['statusChanged', { status: 'rest' }], of('s-2')('callIn', { type: 'phone' }));
    await macrotask();
    asIs();
    emit(simulator, of('s-2')('autoTransfer'));
    await macrotask();
    asIs();
    emit(simulator, END);
    await reconnected(opened);
    expect(asked).toEqual(['/one', '/two']);
    expect(simulator.loads).toBe(2);
    expect(now().all.map(({ state }) => state)).toEqual(['ended', 'lost']);
    // And that was all.
    emit(simulator, ...CALL, END);
    await macrotask();
    expect(asked).toEqual(['/one', '/two']);
  });
});

describe('another tokenEndpoint while somebody is talked to', () => {
  it('waits for the last of two sessions', async () => {
    const opened = await waiting();
    const { simulator, asIs, asked } = opened;
    emit(simulator, of('s-2')('callOuted'));
    emit(simulator, END);
    await macrotask();
    asIs();
    emit(simulator, of('s-2')('calloutAccepted'));
    await macrotask();
    asIs();
    emit(simulator, of('s-2')('sessionEnded'));
    await reconnected(opened);
    expect(asked).toEqual(['/one', '/two']);
  });

  it('waits on where the next session begins in the task in which the last one ends', async () => {
    const opened = await waiting();
    const { simulator, asIs, asked } = opened;
    emit(simulator, END, of('s-2')('callOuted'));
    await macrotask();
    asIs();
    emit(simulator, of('s-2')('sessionEnded'));
    await reconnected(opened);
    expect(asked).toEqual(['/one', '/two']);
  });

  it.each(['transfer', 'sessionCompleted'])('goes on after a %s too', async (name) => {
    const opened = await waiting();
    emit(opened.simulator, of(ID)(name));
    await reconnected(opened);
    expect(opened.asked).toEqual(['/one', '/two']);
  });

  it('does nothing where it is changed back in between', async () => {
    const { desk, simulator, asIs } = await waiting();
    desk.again(undefined, endpoint('/one'));
    await macrotask();
    emit(simulator, END);
    await macrotask();
    asIs();
    // The endpoint is watched as before.
    desk.again(undefined, endpoint('/two'));
    await desk.until('idle');
    await desk.until('ready');
  });

  it('goes to the last one where it is changed again in between', async () => {
    const opened = await waiting();
    opened.desk.again(undefined, endpoint('/three'));
    await macrotask();
    opened.asIs();
    emit(opened.simulator, END);
    await reconnected(opened);
    expect(opened.asked).toEqual(['/one', '/three']);
  });

  it.each([
    ['after it', endpoint('/two'), '/two'],
    ['and the endpoint back', endpoint('/one'), '/one'],
  ])('ends at once where the agentKey changes %s', async (_what, props, path) => {
    const opened = await waiting({ agentKey: 'anna' });
    const { desk, asked, now } = opened;
    desk.again(undefined, { ...props, agentKey: 'bob' });
    expect(desk.state().status).toBe('idle');
    await reconnected(opened);
    expect(asked).toEqual(['/one', path]);
    expect(now().all).toEqual([]);
  });

  it('ends at once where nobody is signed in any more', async () => {
    const { desk, asked } = await waiting();
    desk.again(undefined, { ...endpoint('/two'), agentKey: null });
    await soon(() => expect(window).not.toHaveProperty('tccc'));
    expect(asked).toEqual(['/one']);
  });

  it('leaves the hooks at work', async () => {
    const heard: unknown[] = [];
    const { desk, simulator, sdk } = await waiting();
    // Mounted while it waits.
    const probe = probing(useIt);
    desk.again(
      <>
        {probe.element}
        <On name="callIn" run={({ sessionId }) => heard.push(sessionId)} />
      </>,
      endpoint('/two'),
    );
    const hold = vi.spyOn(sdk.Call, 'hold').mockResolvedValue({ status: 'success' });
    expect(await run(probe.now().actions, 'hold')).toBeUndefined();
    expect(hold).toHaveBeenCalledWith({ sessionId: ID });
    emit(simulator, of('s-2')('callIn', { type: 'im' }));
    expect(heard).toEqual(['s-2']);
    expect(probe.now().all.map(({ state }) => state)).toEqual(['held', 'offered']);
  });

  it('keeps what is held', async () => {
    const { simulator, asIs, now, sdk } = await waiting();
    vi.spyOn(sdk.Call, 'hold').mockResolvedValue({ status: 'success' });
    await run(now().actions, 'hold');
    emit(simulator, ['statusChanged', { status: 'rest' }]);
    await macrotask();
    asIs();
  });

  it('connect() and retry() resolve with the SDK that there is', async () => {
    const { desk, asIs, sdk } = await waiting();
    expect(await outcome(desk.state().connect())).toBe(sdk);
    expect(await outcome(desk.state().retry())).toBe(sdk);
    await macrotask();
    asIs();
  });

  it('disconnect() rejects, and by force ends the wait too', async () => {
    const { desk, simulator, asIs, asked } = await waiting();
    expect(await outcome(desk.state().disconnect())).toMatchObject({ code: 'session-live' });
    await macrotask();
    asIs();
    await act(() => desk.state().disconnect({ force: true }));
    emit(simulator, END);
    await macrotask();
    expect(desk.state().status).toBe('idle');
    expect(asked).toEqual(['/one']);
  });

  it('connects once by the new endpoint after a disconnect by force, whoever mounts then', async () => {
    const { desk, simulator, asked } = await waiting();
    await act(() => desk.state().disconnect({ force: true }));
    await act(() => desk.state().connect());
    const { sdk } = desk.state();
    expect(asked).toEqual(['/one', '/two']);
    const more = { ...endpoint('/two'), agentKey: `${expect.getState().currentTestName}` };
    render(<TCCCProvider {...(more as TCCCProviderProps)} />);
    await macrotask();
    expect(desk.state().sdk).toBe(sdk);
    expect(asked).toEqual(['/one', '/two']);
    expect(simulator.loads).toBe(2);
  });
});

describe('another tokenEndpoint while nobody is talked to', () => {
  it.each([
    ['a call rings', [of(ID)('callIn', { type: 'phone' })]],
    ['there is a chat', [of(ID)('callIn', { type: 'im' }), of(ID)('userAccessed')]],
  ])('reconnects at once though %s', async (_what, events) => {
    const { desk, simulator, asked } = await openByEndpoint();
    const { sdk } = desk.state();
    emit(simulator, ...events);
    desk.again(undefined, endpoint('/two'));
    await desk.until('idle');
    await desk.until('ready');
    expect(desk.state().sdk).not.toBe(sdk);
    expect(asked).toEqual(['/one', '/two']);
  });

  it('reconnects after a statusChanged without a payload', async () => {
    const { desk, simulator, asked } = await openByEndpoint();
    emit(simulator, ['statusChanged']);
    desk.again(undefined, endpoint('/two'));
    await desk.until('idle');
    await desk.until('ready');
    expect(asked).toEqual(['/one', '/two']);
  });
});
