import { expect, it } from 'vitest';
import { backend } from './support/backend.js';
import { openDesk } from './support/desk.js';
import { eventually, macrotask, On, simulator, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const globals = window as { tccc?: unknown };
const tokensOf = async (desk: { backend: ReturnType<typeof backend> }): Promise<number> =>
  (await desk.backend.seen()).tokens.length;

it('gives a connect of an agent who has gone to nobody', async () => {
  const desk = openDesk({ props: { agentKey: 'a' } });
  await desk.until('ready');
  simulator().delay('Agent.offline', 50 * 150);
  desk.render({ agentKey: 'b' });
  const promise = desk.state().connect();
  await macrotask();
  desk.render({ agentKey: 'c' });
  await expect(promise).rejects.toMatchObject({ code: 'aborted' });
  await desk.until('ready');
  expect(await tokensOf(desk)).toBe(2);
});

it('ends as the last of many agents, with one SDK in the page', async () => {
  const desk = openDesk({ props: { agentKey: 0 } });
  await desk.until('ready');
  for (let agentKey = 1; agentKey <= 5; agentKey++) {
    desk.render({ agentKey });
    await macrotask();
  }
  await desk.until('ready');
  await sleep(50);
  expect(desk.state().sdk).toBe(globals.tccc);
  expect(document.querySelectorAll('script[src*="tccc-sdk.js"]')).toHaveLength(1);
  expect(document.querySelectorAll('t3c-sdk')).toHaveLength(1);
  expect(desk.caught).toEqual([]);
});

it('connects a provider that is mounted while the last SDK still leaves', async () => {
  const desk = openDesk();
  const { sdk, disconnect } = await desk.until('ready');
  simulator().delay('Agent.offline', 50 * 150);
  const done = disconnect();
  desk.root.unmount();
  await macrotask();
  const next = openDesk({ backend: desk.backend });
  await next.until('ready');
  await done;
  expect(next.state().sdk).not.toBe(sdk);
  expect(next.state().sdk).toBe(globals.tccc);
  expect(await tokensOf(desk)).toBe(2);
});

it('stays idle on another tokenEndpoint after disconnect()', async () => {
  const other = backend();
  const desk = openDesk();
  await (await desk.until('ready')).disconnect();
  desk.render({ tokenEndpoint: other.endpoint });
  await sleep(50);
  expect(desk.state().status).toBe('idle');
  expect((await other.seen()).tokens).toHaveLength(0);
});

it('reconnects on another tokenEndpoint though autoConnect is false', async () => {
  const other = backend();
  const desk = openDesk({ props: { autoConnect: false } });
  await desk.state().connect();
  desk.render({ tokenEndpoint: other.endpoint });
  await eventually(async () => expect((await other.seen()).scripts).toHaveLength(1));
  await desk.until('ready');
});

it('reconnects on another tokenEndpoint after an error', async () => {
  const other = backend();
  const desk = openDesk({ plan: [{ status: 404 }] });
  await desk.failure();
  desk.render({ tokenEndpoint: other.endpoint });
  expect((await desk.until('ready')).error).toBeNull();
});

it('makes no tag of a token that fetchToken brings after the unmount', async () => {
  const first = openDesk({ props: { autoConnect: false } });
  const response = await fetch(first.backend.endpoint, { method: 'POST' });
  const token: unknown = await response.json();
  first.root.unmount();
  await macrotask();
  let bring = (_token: unknown): void => undefined;
  const fetchToken = (): Promise<unknown> => new Promise((resolve) => (bring = resolve));
  const desk = openDesk({ props: { fetchToken } });
  await desk.until('fetching-token');
  desk.root.unmount();
  await macrotask();
  bring(token);
  await sleep(40);
  expect(remains()).toEqual([]);
  expect((await first.backend.seen()).scripts).toHaveLength(0);
});

it('makes no tag of a token that fetchToken brings after its time-out', async () => {
  const server = backend();
  const brought: (() => void)[] = [];
  const fetchToken = async (): Promise<unknown> => {
    const response = await fetch(server.endpoint, { method: 'POST' });
    const token: unknown = await response.json();
    if (brought.length > 0) return token;
    return new Promise((resolve) => brought.push(() => resolve(token)));
  };
  const desk = openDesk({ props: { fetchToken, timeouts: { token: 300 } } });
  await desk.until('ready');
  brought.forEach((bring) => {
    bring();
  });
  await sleep(40);
  expect((await server.seen()).scripts).toHaveLength(1);
  expect(desk.state().attempt).toBe(2);
});

it('counts requestInit into the time of the token request', async () => {
  const desk = openDesk({
    props: { requestInit: () => new Promise<never>(() => undefined), retry: false, timeouts: { token: 40 } },
  });
  expect((await desk.failure()).code).toBe('token-timeout');
  expect(await tokensOf(desk)).toBe(0);
});

it('disconnects when a ready handler asks for it', async () => {
  const desk = openDesk({ children: <On name="ready" run={() => desk.state().disconnect()} /> });
  await eventually(() => expect(desk.snapshots.map(({ status }) => status)).toContain('ready'));
  await eventually(() => expect(remains()).toEqual([]));
  expect(desk.state().status).toBe('idle');
});

it('resolves connect() in onReady with that sdk', async () => {
  const same: boolean[] = [];
  const desk = openDesk({
    props: { onReady: async (sdk) => same.push((await desk.state().connect()) === sdk) },
  });
  await desk.until('ready');
  await eventually(() => expect(same).toEqual([true]));
  expect(await tokensOf(desk)).toBe(1);
});

it('does not wait 1.5 s for an SDK whose payloads are nested', async () => {
  const desk = openDesk({ plan: [{ sim: { readings: { payloads: 'nested' } } }] });
  const { disconnect } = await desk.until('ready');
  const from = performance.now();
  await disconnect();
  expect(performance.now() - from).toBeLessThan(1400);
});

it('goes on at once on retry() in a back-off', async () => {
  const desk = openDesk({ plan: [{ status: 500 }, {}], props: { retry: { baseDelay: 8000 } } });
  await eventually(() => expect(desk.state().retryAt).not.toBeNull());
  const from = performance.now();
  await desk.state().retry();
  expect(performance.now() - from).toBeLessThan(2000);
});

it('does not go on before Retry-After on retry()', async () => {
  const desk = openDesk({ plan: [{ status: 503, retryAfter: '30' }, {}] });
  await eventually(() => expect(desk.state().retryAt).not.toBeNull());
  void desk.state().retry();
  await sleep(60);
  expect(await tokensOf(desk)).toBe(1);
});

it('listens to another event when the name given to a hook changes', async () => {
  const heard: string[] = [];
  const on = (name: 'callIn' | 'transfer'): React.ReactNode => (
    <On name={name} run={() => heard.push(name)} />
  );
  const desk = openDesk({ children: on('callIn') });
  await desk.until('ready');
  desk.render({}, on('transfer'));
  simulator().emit('callIn', { sessionId: 's' });
  simulator().emit('transfer', { sessionId: 's' });
  expect(heard).toEqual(['transfer']);
});
