// Also run on React 18: nothing here needs React 19.
import { expect, it } from 'vitest';
import { openDesk } from './support/desk.js';
import { eventually, macrotask, On, simulator } from './support/mount.js';
import { remains } from './support/watch.js';

it('goes from a token endpoint to a ready SDK', async () => {
  const desk = openDesk();
  const state = await desk.until('ready');
  expect(state.sdk).toBe((window as { tccc?: unknown }).tccc);
  expect(desk.statuses()).toEqual(['idle', 'fetching-token', 'loading-script', 'logging-in', 'ready']);
  expect(desk.ready).toEqual([state.sdk]);
});

it('asks for one token and injects one tag under StrictMode', async () => {
  const desk = openDesk();
  await desk.until('ready');
  const { tokens, scripts } = await desk.backend.seen();
  expect(tokens).toHaveLength(1);
  expect(scripts).toHaveLength(1);
  expect(document.querySelectorAll('script[src*="tccc-sdk.js"]')).toHaveLength(1);
  expect(simulator().loads).toBe(1);
});

it('hands an event of the SDK to a hook', async () => {
  const calls: string[] = [];
  const desk = openDesk({ children: <On name="callIn" run={({ sessionId }) => calls.push(sessionId)} /> });
  await desk.until('ready');
  const sessionId = simulator().ring();
  expect(calls).toEqual([sessionId]);
});

it.each([
  ['fetching-token', { hold: true }],
  ['loading-script', { script: { hold: true } }],
  ['logging-in', { sim: { login: 'never' } }],
] as const)('leaves nothing behind when unmounted while %s', async (status, step) => {
  const desk = openDesk({ plan: [step] });
  await desk.until(status);
  expect(remains()).not.toEqual([]);
  desk.root.unmount();
  await macrotask();
  expect(remains()).toEqual([]);
});

it('shows a failure and connects on retry()', async () => {
  const desk = openDesk({ plan: [{ status: 404 }, {}] });
  expect((await desk.failure()).code).toBe('token-http');
  await desk.state().retry();
  await desk.until('ready');
  expect(desk.errors).toHaveLength(1);
});

it('leaves nothing behind after disconnect()', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  await disconnect();
  expect(remains()).toEqual([]);
  await eventually(() => expect(desk.state().status).toBe('idle'));
});
