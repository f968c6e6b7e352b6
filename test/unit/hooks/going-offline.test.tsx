import { expect, it, vi } from 'vitest';
import type { TCCCSdk } from '../../../src/index.js';
import { macrotask, openDesk } from './desk.js';

/** The rejections that nobody has handled while `run` ran, and a macrotask after it. */
async function unhandledIn(run: () => Promise<unknown>): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', listener);
  await run();
  await macrotask();
  process.off('unhandledRejection', listener);
  return unhandled;
}

it('takes the agent offline where getStatus throws', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  desk.simulator.fail('Agent.getStatus', { mode: 'throw' });
  await expect(disconnect()).resolves.toBeUndefined();
  expect(desk.simulator.calls.map(({ method }) => method)).toContain('Agent.offline');
  expect(window).not.toHaveProperty('tccc');
});

it.each([
  ['the documented object', { status: 'error', errorMsg: 'no seat' }],
  ['an Error', new Error('no seat')],
])('leaves no rejection unhandled where Agent.offline rejects with %s', async (_what, reason) => {
  const desk = openDesk();
  const { sdk, disconnect } = await desk.until('ready');
  const { Agent } = sdk as TCCCSdk;
  const goOffline = Agent.offline.bind(Agent);
  let calls = 0;
  // No vi.fn: it handles the rejection of what it returns.
  const offline = (): Promise<never> => {
    calls += 1;
    goOffline();
    return Promise.reject(reason);
  };
  Object.assign(Agent, { offline });
  expect(await unhandledIn(disconnect)).toEqual([]);
  expect(calls).toBe(1);
  expect(window).not.toHaveProperty('tccc');
});

it('waits no longer than for the statusChanged, though that names no status', async () => {
  const desk = openDesk(undefined, { options: { readings: { offlineStatus: 'absent' } } });
  const { sdk, disconnect } = await desk.until('ready');
  // It still says what it was.
  vi.spyOn(sdk!.Agent, 'getStatus').mockReturnValue('free');
  const before = performance.now();
  await disconnect();
  expect(performance.now() - before).toBeLessThan(1000);
  expect(window).not.toHaveProperty('tccc');
});
