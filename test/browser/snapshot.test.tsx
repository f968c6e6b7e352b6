import { expect, it } from 'vitest';
import { openDesk } from './support/desk.js';

it('shows idle in the first render', async () => {
  const desk = openDesk();
  expect(desk.states[0]).toMatchObject({ status: 'idle', error: null, lastError: null, retryAt: null });
  expect(desk.states[0]?.sdk).toBeNull();
  await desk.until('ready');
});

it('has the sdk exactly when ready, and the error exactly when failed', async () => {
  const desk = openDesk({ plan: [{ status: 500 }, { status: 404 }, {}] });
  await desk.failure();
  await desk.state().retry();
  await desk.state().disconnect();
  await desk.until('idle');
  expect(new Set(desk.statuses())).toEqual(
    new Set(['idle', 'fetching-token', 'error', 'loading-script', 'logging-in', 'ready']),
  );
  for (const { status, sdk, error } of [...desk.states, ...desk.snapshots]) {
    expect([status, sdk !== null]).toEqual([status, status === 'ready']);
    expect([status, error !== null]).toEqual([status, status === 'error']);
  }
});

it('is window.tccc itself, out of reach of whatever walks a state', async () => {
  const desk = openDesk();
  const state = await desk.until('ready');
  expect(state.sdk).toBe((window as { tccc?: unknown }).tccc);
  expect(Object.keys(state)).not.toContain('sdk');
  expect(JSON.parse(JSON.stringify(state))).toMatchObject({ status: 'ready' });
  expect(JSON.stringify(state)).not.toContain('sdk"');
  const snapshot = desk.snapshots.at(-1);
  expect(snapshot?.sdk).toBe(state.sdk);
  expect(Object.keys(snapshot ?? {})).not.toContain('sdk');
});

it('tells onStatusChange of each status once, with the duration of each step in ms', async () => {
  const desk = openDesk({ plan: [{ sim: { readyDelay: 50 * 200 } }] });
  await desk.until('ready');
  expect(desk.snapshots.map(({ status }) => status)).toEqual([
    'fetching-token',
    'loading-script',
    'logging-in',
    'ready',
  ]);
  const { token, script, login } = desk.snapshots.at(-1)!.durations;
  expect(token).toBeGreaterThan(0);
  expect(script).toBeGreaterThan(0);
  // The SDK's own clock began a little earlier, when its script ran.
  expect(login).toBeGreaterThan(100);
  expect(login).toBeLessThan(2000);
  expect(desk.snapshots[1]?.durations.token).toBe(token);
  expect(desk.snapshots[0]?.durations.token).toBeUndefined();
});

it('replaces a snapshot only when it changed', async () => {
  const desk = openDesk();
  const state = await desk.until('ready');
  const told = desk.snapshots.length;
  for (let n = 0; n < 5; n++) desk.render();
  expect(desk.state()).toBe(state);
  expect(desk.snapshots).toHaveLength(told);
});

it('keeps an earlier snapshot as it was', async () => {
  const desk = openDesk();
  await desk.until('ready');
  expect(desk.snapshots[0]).toMatchObject({ status: 'fetching-token', attempt: 1 });
  expect(desk.snapshots[0]?.sdk).toBeNull();
});
