import { expect, it } from 'vitest';
import { openDesk } from './support/desk.js';
import { eventually, listenersOf, macrotask, On, simulator, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const globals = window as { tccc?: unknown; TCCC?: unknown };
const methods = (): string[] => simulator().calls.map(({ method }) => method);

it('is idle with no sdk at once, and goes offline before it takes the SDK away', async () => {
  const desk = openDesk();
  const { sdk, disconnect } = await desk.until('ready');
  const done = disconnect();
  expect(desk.snapshots.at(-1)).toMatchObject({ status: 'idle', error: null });
  expect(desk.snapshots.at(-1)?.sdk).toBeNull();
  expect(globals.tccc).toBe(sdk);
  expect(methods()).toEqual(expect.arrayContaining(['Agent.offline']));
  await done;
  expect(remains()).toEqual([]);
  expect('tccc' in window).toBe(false);
  expect(desk.state().status).toBe('idle');
});

it('hands the last statusChanged to the handlers', async () => {
  const heard: unknown[] = [];
  const desk = openDesk({ children: <On name="statusChanged" run={({ status }) => heard.push(status)} /> });
  const { disconnect } = await desk.until('ready');
  heard.splice(0);
  await disconnect();
  expect(heard).toEqual(['offline']);
});

it('does not wait longer than it takes until the agent is offline', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  simulator().delay('Agent.offline', 50 * 300);
  const from = performance.now();
  await disconnect();
  const took = performance.now() - from;
  expect(took).toBeGreaterThan(290);
  expect(took).toBeLessThan(1400);
});

it('waits at most 1.5 s for the agent to be offline', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  simulator().never('Agent.offline');
  const from = performance.now();
  await disconnect();
  expect(performance.now() - from).toBeGreaterThan(1450);
  expect(performance.now() - from).toBeLessThan(2500);
  expect(remains()).toEqual([]);
});

it('takes the SDK away though Agent.offline throws', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  simulator().fail('Agent.offline', { mode: 'throw' });
  await expect(disconnect()).resolves.toBeUndefined();
  expect(remains()).toEqual([]);
});

it('takes its own listeners off, and only those', async () => {
  const desk = openDesk({ plan: [{ script: { kind: 'recorded' } }] });
  const { sdk, disconnect } = await desk.until('ready');
  const other = (): void => undefined;
  sdk!.on('callIn', other);
  expect(listenersOf('callIn')).toHaveLength(2);
  await disconnect();
  expect(listenersOf('callIn')).toEqual([other]);
  expect(listenersOf('statusChanged')).toEqual([]);
});

it('hears nothing more of an SDK without `off`', async () => {
  let calls = 0;
  const desk = openDesk({
    plan: [{ script: { kind: 'leaky' } }],
    children: [
      <On key="1" name="callIn" run={() => (calls += 1)} />,
      <On key="2" name="ready" run={() => (calls += 1)} />,
    ],
  });
  const { disconnect } = await desk.until('ready');
  expect(calls).toBe(1);
  const [callIn, ready] = [listenersOf('callIn'), listenersOf('ready')];
  await disconnect();
  [...callIn, ...ready].forEach((listener) => listener({ sessionId: 's' }));
  expect(calls).toBe(1);
  expect(desk.state().status).toBe('idle');
});

it.each([
  ['has no `off`', { sim: { readings: { off: 'missing' } } }],
  ['throws in `off`', { script: { kind: 'throws-off' } }],
  ['has no `events`', { sim: { readings: { eventNames: 'missing' } } }],
  ['is window.TCCC', { sim: { globalName: 'TCCC' } }],
  ['has no `getStatus`', { sim: { profile: 'api-22' } }],
  ['is offline already', { sim: { readings: { bootStatus: 'offline' } } }],
] as const)('takes away an SDK that %s', async (_what, step) => {
  const desk = openDesk({ plan: [step] });
  const { sdk, disconnect } = await desk.until('ready');
  expect(sdk).toBe(globals.tccc ?? globals.TCCC);
  await expect(disconnect()).resolves.toBeUndefined();
  expect(remains()).toEqual([]);
  expect(desk.state().status).toBe('idle');
});

it('empties a global that was declared with var and cannot be deleted', async () => {
  const desk = openDesk({ plan: [{ script: { kind: 'var' } }, {}] });
  const { disconnect, connect } = await desk.until('ready');
  await disconnect();
  expect(globals.tccc).toBeUndefined();
  await connect();
  expect((await desk.until('ready')).sdk).toBe(globals.tccc);
});

it('does not connect by itself after disconnect(), whatever is rendered', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  await disconnect();
  for (let n = 0; n < 5; n++) desk.render({ timeouts: { token: 1000 + n } });
  await sleep(50);
  expect(desk.state().status).toBe('idle');
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('connects with a fresh token on connect() after disconnect()', async () => {
  const desk = openDesk();
  const { sdk, disconnect, connect } = await desk.until('ready');
  await disconnect();
  const next = await connect();
  expect(next).not.toBe(sdk);
  expect((await desk.until('ready')).sdk).toBe(next);
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
  expect(simulator().loads).toBe(2);
});

it('connects on a new mount after disconnect()', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  await disconnect();
  desk.root.unmount();
  await macrotask();
  const next = openDesk({ backend: desk.backend });
  await next.until('ready');
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('ends an error as idle', async () => {
  const desk = openDesk({ plan: [{ status: 404 }] });
  await desk.failure();
  await desk.state().disconnect();
  await eventually(() => expect(desk.state()).toMatchObject({ status: 'idle', error: null }));
  expect(remains()).toEqual([]);
});

it('resolves when there is nothing to disconnect', async () => {
  const desk = openDesk({ props: { autoConnect: false } });
  await expect(desk.state().disconnect()).resolves.toBeUndefined();
  expect(desk.snapshots).toEqual([]);
});
