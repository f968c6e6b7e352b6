import { expect, it } from 'vitest';
import { openDesk } from './support/desk.js';
import { eventually, macrotask, simulator, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const idle = { props: { autoConnect: false } };
const offlines = (): number => simulator().calls.filter(({ method }) => method === 'Agent.offline').length;

it('ends connect(); disconnect() idle, and rejects that connect `aborted`', async () => {
  const desk = openDesk(idle);
  const { connect, disconnect } = desk.state();
  const connected = connect();
  const done = disconnect();
  await expect(connected).rejects.toMatchObject({ code: 'aborted' });
  await done;
  await sleep(50);
  expect(desk.state().status).toBe('idle');
  expect(desk.errors).toEqual([]);
  expect(remains()).toEqual([]);
});

it('ends disconnect(); connect() ready, with a fresh token', async () => {
  const desk = openDesk();
  const { sdk, connect, disconnect } = await desk.until('ready');
  const done = disconnect();
  const next = connect();
  await done;
  expect(await next).not.toBe(sdk);
  expect((await desk.until('ready')).sdk).toBe(await next);
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('asks for the next token only when the last SDK has gone', async () => {
  const desk = openDesk();
  const { connect, disconnect } = await desk.until('ready');
  simulator().delay('Agent.offline', 50 * 150);
  void disconnect();
  const next = connect();
  await sleep(80);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
  expect((window as { tccc?: unknown }).tccc).toBeDefined();
  await next;
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('runs connect(); disconnect(); connect() first in, first out', async () => {
  const desk = openDesk(idle);
  const { connect, disconnect } = desk.state();
  const settled: string[] = [];
  const first = connect().catch((error: unknown) =>
    settled.push(`first ${(error as { code: string }).code}`),
  );
  const done = disconnect().then(() => settled.push('disconnected'));
  const second = connect().then(() => settled.push('second'));
  await Promise.all([first, done, second]);
  expect(settled.at(-1)).toBe('second');
  expect(settled).toContain('first aborted');
  expect((await desk.until('ready')).sdk).not.toBeNull();
});

it('runs disconnect(); connect(); disconnect() first in, first out', async () => {
  const desk = openDesk();
  const { connect, disconnect } = await desk.until('ready');
  const first = disconnect();
  const connected = connect();
  const second = disconnect();
  await expect(connected).rejects.toMatchObject({ code: 'aborted' });
  await Promise.all([first, second]);
  await sleep(50);
  expect(desk.state().status).toBe('idle');
  expect(remains()).toEqual([]);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('goes offline once for two disconnects at once', async () => {
  const desk = openDesk();
  const { disconnect } = await desk.until('ready');
  await Promise.all([disconnect(), disconnect()]);
  expect(offlines()).toBe(1);
});

it.each(['fetching-token', 'loading-script', 'logging-in'] as const)(
  'aborts a connect that is %s on disconnect()',
  async (status) => {
    const step = {
      'fetching-token': { hold: true },
      'loading-script': { script: { hold: true } },
      'logging-in': { sim: { login: 'never' } as const },
    }[status];
    const desk = openDesk({ plan: [step] });
    const { connect, disconnect } = await desk.until(status);
    const connected = connect();
    const done = disconnect();
    expect(desk.snapshots.at(-1)?.status).toBe('idle');
    await expect(connected).rejects.toMatchObject({ code: 'aborted', retryable: false });
    await done;
    await eventually(() => expect(remains()).toEqual([]));
    expect(desk.errors).toEqual([]);
  },
);

it('returns the same promise from connect() while connecting', async () => {
  const desk = openDesk({ plan: [{ hold: true }] });
  const { connect, retry } = await desk.until('fetching-token');
  const promise = connect();
  expect(connect()).toBe(promise);
  expect(retry()).toBe(promise);
  await desk.backend.release();
  await desk.until('ready');
  expect(await promise).toBe(desk.state().sdk);
});

it('resolves connect() with the same sdk when ready, and asks for no token', async () => {
  const desk = openDesk();
  const { sdk, connect, retry } = await desk.until('ready');
  expect(await connect()).toBe(sdk);
  expect(await retry()).toBe(sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it.each(['connect', 'retry'] as const)('connects anew on %s() in an error', async (name) => {
  const desk = openDesk({ plan: [{ status: 404 }, {}] });
  await desk.failure();
  const from = desk.snapshots.length;
  const sdk = await desk.state()[name]();
  expect(desk.snapshots[from]).toMatchObject({ status: 'fetching-token', error: null, attempt: 1 });
  expect((await desk.until('ready')).sdk).toBe(sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('rejects connect() with the error that the status shows', async () => {
  const desk = openDesk({ ...idle, plan: [{ status: 404 }] });
  const promise = desk.state().connect();
  const error = await desk.failure();
  await expect(promise).rejects.toBe(error);
  expect(desk.errors).toEqual([error]);
});

it('keeps connect, retry and disconnect the same functions through every status', async () => {
  const desk = openDesk({ plan: [{ status: 500 }, { status: 404 }, {}] });
  await desk.failure();
  await desk.state().retry();
  await desk.state().disconnect();
  await eventually(() => expect(desk.state().status).toBe('idle'));
  for (const name of ['connect', 'retry', 'disconnect'] as const) {
    expect(new Set(desk.states.map((state) => state[name])).size).toBe(1);
  }
});

it('ignores arguments, so that onClick={retry} works', async () => {
  const desk = openDesk({ plan: [{ status: 404 }, {}] });
  await desk.failure();
  const { retry } = desk.state();
  desk.render({}, <button onClick={retry}>again</button>);
  desk.root.container.querySelector('button')?.click();
  await desk.until('ready');
  const { disconnect } = desk.state();
  desk.render({}, <button onClick={disconnect}>leave</button>);
  desk.root.container.querySelector('button')?.click();
  await desk.until('idle');
});

it('causes no unhandledrejection when nobody awaits a promise', async () => {
  const heard: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => void heard.push(event.reason);
  window.addEventListener('unhandledrejection', note);
  const desk = openDesk({ plan: [{ status: 404 }] });
  await desk.failure();
  void desk.state().retry();
  await eventually(() => expect(desk.errors).toHaveLength(2));
  void desk.state().connect();
  void desk.state().disconnect();
  void desk.state().connect();
  desk.root.unmount();
  await macrotask();
  await sleep(50);
  window.removeEventListener('unhandledrejection', note);
  expect(heard).toEqual([]);
});
