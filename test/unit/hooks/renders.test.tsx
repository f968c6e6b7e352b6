import { act } from '@testing-library/react';
import { memo, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TCCCGate, useMaybeTCCC, useTCCC, useTCCCEvent } from '../../../src/index.js';
import { macrotask, On, openDesk } from './desk.js';

const inline = () => ({
  requestInit: () => ({ headers: { 'x-inline': '1' } }),
  parseToken: (body: unknown) => body as { sdkUrl: string },
  timeouts: { token: 3000 },
  onReady: () => undefined,
  onError: () => undefined,
  onStatusChange: () => undefined,
  agentKey: 'anna',
});

const Consumer = memo(function Consumer({ onRender }: { onRender: (hook: string) => void }): ReactNode {
  useTCCC();
  useMaybeTCCC();
  useTCCCEvent('callIn', () => undefined);
  onRender('consumer');
  return <TCCCGate loading="loading">open</TCCCGate>;
});

const hooks = (count: number): ReactNode =>
  Array.from({ length: count }, (_, n) => <On key={n} name="callIn" run={() => n} />);

describe.each([true, false])('with everything written inline (StrictMode: %s)', (strict) => {
  it('renders a memoised consumer 0 times in 100 renders of the parent, before and after ready', async () => {
    const onRender = vi.fn();
    const consumer = <Consumer onRender={onRender} />;
    const desk = openDesk(consumer, { strict, ...inline(), autoConnect: false });
    const renders = async (): Promise<number> => {
      const before = onRender.mock.calls.length;
      for (let n = 0; n < 100; n++)
        desk.again(<Consumer onRender={onRender} />, { ...inline(), autoConnect: false });
      await macrotask();
      return onRender.mock.calls.length - before;
    };
    expect(await renders()).toBe(0);
    await act(() => desk.state().connect());
    expect(await renders()).toBe(0);
  });

  it('connects once in 100 renders of the parent, and calls neither on nor off of the SDK', async () => {
    const desk = openDesk(hooks(20), { strict, ...inline() });
    await desk.until('ready');
    const { sdk } = desk.state();
    const { onCalls, offCalls } = desk.simulator;
    for (let n = 0; n < 100; n++) desk.again(hooks(20), inline());
    await macrotask();
    expect(desk.simulator.onCalls - onCalls).toBe(0);
    expect(desk.simulator.offCalls - offCalls).toBe(0);
    expect(desk.state().sdk).toBe(sdk);
    expect([desk.asked(), desk.simulator.loads]).toEqual([1, 1]);
  });

  it('connects once though the parent renders in every step', async () => {
    const desk = openDesk(undefined, { strict, ...inline() });
    for (const status of ['fetching-token', 'loading-script', 'logging-in', 'ready'] as const) {
      desk.again(undefined, inline());
      if (status !== 'fetching-token') await desk.until(status);
    }
    expect([desk.asked(), desk.simulator.loads]).toEqual([1, 1]);
  });
});

describe('1,000 hooks', () => {
  it('of a name have 1 listener on the SDK, as every other name has', async () => {
    const run = vi.fn();
    const desk = openDesk([hooks(999), <On key="last" name="callIn" run={run} />]);
    await desk.until('ready');
    const names = ['ready', 'callIn', 'sessionEnded', 'statusChanged', 'tokenExpired', 'transfer'];
    expect(names.map((name) => desk.simulator.listenerCount(name))).toEqual(names.map(() => 1));
    desk.simulator.emit('callIn', { sessionId: 's' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('come and go without a call of on or off', async () => {
    const desk = openDesk();
    await desk.until('ready');
    const { onCalls, offCalls } = desk.simulator;
    desk.again(hooks(1000));
    desk.again(<p />);
    desk.again(hooks(1000));
    expect(desk.simulator.onCalls - onCalls).toBe(0);
    expect(desk.simulator.offCalls - offCalls).toBe(0);
    expect(desk.simulator.listenerCount('callIn')).toBe(1);
  });

  it('have 1 listener on the next SDK too, and none on the last', async () => {
    const desk = openDesk(hooks(1000));
    await desk.until('ready');
    await act(() => desk.state().disconnect());
    expect(desk.simulator.listenerCount()).toBe(0);
    await act(() => desk.state().connect());
    expect(desk.simulator.listenerCount('callIn')).toBe(1);
  });
});

it('renders a consumer once a status', async () => {
  const onRender = vi.fn();
  const statuses: string[] = [];
  const desk = openDesk(<Consumer onRender={onRender} />, {
    onStatusChange: ({ status }) => statuses.push(status),
  });
  await desk.until('ready');
  // And once idle, before anything changed.
  expect(onRender).toHaveBeenCalledTimes(statuses.length + 1);
});
