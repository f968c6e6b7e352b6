import { expect, it } from 'vitest';
import { TCCCError } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { eventually, listenersOf, macrotask, mount, On, simulator, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const steps = [
  ['fetching-token', { hold: true }],
  ['loading-script', { script: { hold: true } }],
  ['logging-in', { sim: { login: 'never' } }],
] as const;

const globals = window as { tccc?: unknown };

it.each(steps)('cleans up whole and rejects `aborted` when unmounted while %s', async (status, step) => {
  const desk = openDesk({ plan: [step] });
  const promise = (await desk.until(status)).connect();
  const told = desk.snapshots.length;
  desk.root.unmount();
  await macrotask();
  expect(remains()).toEqual([]);
  await expect(promise).rejects.toMatchObject({ code: 'aborted', retryable: false });
  await expect(promise).rejects.toBeInstanceOf(TCCCError);
  expect(desk.errors).toEqual([]);
  await sleep(100);
  expect(desk.snapshots.slice(told).filter((snapshot) => snapshot.status !== 'idle')).toEqual([]);
  expect(remains()).toEqual([]);
});

it('hangs up on the token request', async () => {
  const desk = openDesk({ plan: [{ hold: true }] });
  await eventually(async () => expect((await desk.backend.seen()).tokens).toHaveLength(1));
  desk.root.unmount();
  await eventually(async () => expect((await desk.backend.seen()).tokens[0]?.outcome).toBe('closed'));
});

it('aborts the signal of fetchToken', async () => {
  let signal: AbortSignal | undefined;
  const fetchToken = (context: { signal: AbortSignal }): Promise<never> => {
    ({ signal } = context);
    return new Promise(() => undefined);
  };
  const desk = openDesk({ props: { fetchToken } });
  await desk.until('fetching-token');
  expect(signal?.aborted).toBe(false);
  desk.root.unmount();
  await macrotask();
  expect(signal?.aborted).toBe(true);
});

it('never runs a script that arrives after the unmount', async () => {
  const desk = openDesk({ plan: [{ script: { hold: true } }] });
  await desk.until('loading-script');
  await eventually(async () => expect((await desk.backend.seen()).scripts).toHaveLength(1));
  desk.root.unmount();
  await macrotask();
  await desk.backend.release();
  await eventually(async () => expect((await desk.backend.seen()).scripts[0]?.outcome).not.toBe('open'));
  await sleep(100);
  expect(await desk.backend.runs()).toEqual([]);
  expect(remains()).toEqual([]);
});

it('ignores a ready that an SDK without `off` sends after the unmount', async () => {
  let calls = 0;
  const desk = openDesk({
    plan: [{ script: { kind: 'leaky' }, sim: { login: 'never' } }],
    children: <On name="ready" run={() => (calls += 1)} />,
  });
  await desk.until('logging-in');
  desk.root.unmount();
  await macrotask();
  expect(listenersOf('ready')).toHaveLength(1);
  listenersOf('ready').forEach((listener) => listener());
  expect(calls).toBe(0);
  expect(desk.ready).toEqual([]);
  expect(remains()).toEqual([]);
});

it('cleans up when unmounted in a back-off', async () => {
  const desk = openDesk({ plan: [{ status: 500 }], props: { retry: { baseDelay: 4000 } } });
  await eventually(() => expect(desk.state().retryAt).not.toBeNull());
  desk.root.unmount();
  await macrotask();
  expect(remains()).toEqual([]);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it.each(steps)('goes on when remounted at once while %s', async (status, step) => {
  const desk = openDesk({ plan: [step] });
  const promise = (await desk.until(status)).connect();
  desk.root.render(null);
  desk.render();
  expect(desk.state().status).toBe(status);
  await macrotask();
  expect(desk.state().status).toBe(status);
  expect(desk.state().connect()).toBe(promise);
  await eventually(async () => expect((await desk.backend.seen()).tokens).toHaveLength(1));
});

it('keeps the SDK when unmounted after ready, and a remount adopts it with no new token', async () => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  desk.root.unmount();
  await sleep(50);
  expect(globals.tccc).toBe(sdk);
  expect(simulator().calls).toEqual([]);
  const next = openDesk({ backend: desk.backend });
  expect(next.state()).toMatchObject({ status: 'ready' });
  expect(next.state().sdk).toBe(sdk);
  await sleep(50);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
  expect(simulator().loads).toBe(1);
});

it('hands events to the hooks of a provider that adopted the SDK', async () => {
  let calls = 0;
  const desk = openDesk();
  await desk.until('ready');
  desk.root.unmount();
  await macrotask();
  openDesk({ backend: desk.backend, children: <On name="callIn" run={() => (calls += 1)} /> });
  await macrotask();
  simulator().ring();
  expect(calls).toBe(1);
});

it('disconnects after an unmount with disconnectOnUnmount', async () => {
  const desk = openDesk({ props: { disconnectOnUnmount: true } });
  await desk.until('ready');
  desk.root.unmount();
  await eventually(() => expect(remains()).toEqual([]));
  expect(simulator().calls.map(({ method }) => method)).toContain('Agent.offline');
});

it('adopts with disconnectOnUnmount too when remounted at once', async () => {
  const desk = openDesk({ props: { disconnectOnUnmount: true } });
  const { sdk } = await desk.until('ready');
  desk.root.render(null);
  desk.render();
  await macrotask();
  expect(desk.state().sdk).toBe(sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('connects anew when mounted again after an unmount mid-way', async () => {
  const desk = openDesk({ plan: [{ hold: true }, {}] });
  await desk.until('fetching-token');
  await eventually(async () => expect((await desk.backend.seen()).tokens).toHaveLength(1));
  desk.root.unmount();
  await macrotask();
  const next = openDesk({ backend: desk.backend });
  await next.until('ready');
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('leaves the page untouched when a provider never commits', async () => {
  const { TCCCProvider } = await import('../../src/index.js');
  const { Suspense } = await import('react');
  const forever = new Promise(() => undefined);
  const Suspended = (): never => {
    throw forever;
  };
  mount(
    <Suspense fallback="waiting">
      <TCCCProvider tokenEndpoint="/tccc-token?id=never">
        <Suspended />
      </TCCCProvider>
    </Suspense>,
  );
  await macrotask();
  expect(remains()).toEqual([]);
});
