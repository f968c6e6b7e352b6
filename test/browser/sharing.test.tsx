import { expect, it } from 'vitest';
import { TCCCProvider } from '../../src/index.js';
import { backend } from './support/backend.js';
import { openDesk, QUICK } from './support/desk.js';
import { Boundary, eventually, macrotask, mount, On, Probe, simulator, sleep } from './support/mount.js';

const KEY = Symbol.for('tccc-react/1');
const globals = window as { tccc?: unknown; TCCC?: unknown };

it('shares one connection between two React roots', async () => {
  let heard = 0;
  const first = openDesk();
  const second = openDesk({
    backend: first.backend,
    children: <On name="callIn" run={() => (heard += 1)} />,
  });
  await Promise.all([first.until('ready'), second.until('ready')]);
  expect(first.state().sdk).toBe(second.state().sdk);
  expect((await first.backend.seen()).tokens).toHaveLength(1);
  expect(simulator().loads).toBe(1);
  expect(simulator().listenerCount('callIn')).toBe(1);
  simulator().ring();
  expect(heard).toBe(1);
});

it('applies the props of the provider that was mounted first', async () => {
  const first = openDesk();
  const second = openDesk({ backend: first.backend });
  await second.until('ready');
  expect(first.ready).toHaveLength(1);
  expect(first.snapshots.map(({ status }) => status)).toContain('ready');
  expect(second.ready).toEqual([]);
  expect(second.snapshots).toEqual([]);
});

it('keeps the connection for the other root when one unmounts', async () => {
  const first = openDesk();
  const second = openDesk({ backend: first.backend });
  const { sdk } = await second.until('ready');
  first.root.unmount();
  await sleep(30);
  expect(second.state().sdk).toBe(sdk);
  expect(globals.tccc).toBe(sdk);
  await second.state().disconnect();
  expect(second.snapshots.at(-1)?.status).toBe('idle');
});

it('keeps a connect under way for the other root when one unmounts', async () => {
  const first = openDesk({ plan: [{ hold: true }] });
  const second = openDesk({ backend: first.backend });
  await second.until('fetching-token');
  first.root.unmount();
  await macrotask();
  await first.backend.release();
  await second.until('ready');
  expect((await first.backend.seen()).tokens).toHaveLength(1);
});

it.each([
  ['another agentKey', { agentKey: 'b' }],
  ['another tokenEndpoint', { agentKey: 'a', tokenEndpoint: '/tccc-token?id=other' }],
])('throws provider-conflict to the boundary of a second provider with %s', async (_what, props) => {
  const first = openDesk({ props: { agentKey: 'a' } });
  const { sdk } = await first.until('ready');
  const second = openDesk({ backend: first.backend, props });
  await eventually(() => expect(second.root.text()).toBe('caught provider-conflict'));
  expect(second.caught[0]).toMatchObject({ code: 'provider-conflict', retryable: false });
  await sleep(30);
  expect(first.caught).toEqual([]);
  expect(first.state()).toMatchObject({ status: 'ready' });
  expect(first.state().sdk).toBe(sdk);
  expect(simulator().calls).toEqual([]);
  expect((await first.backend.seen()).tokens).toHaveLength(1);
});

it('throws provider-conflict for the later of two providers of one commit', async () => {
  const server = backend();
  const one = (agentKey: string): React.ReactNode => (
    <Boundary key={agentKey}>
      <TCCCProvider tokenEndpoint={server.endpoint} agentKey={agentKey} {...QUICK}>
        {agentKey} <Probe />
      </TCCCProvider>
    </Boundary>
  );
  const root = mount([one('a'), one('b')]);
  await eventually(() => expect(root.text()).toBe('a readycaught provider-conflict'));
  expect((await server.seen()).tokens).toHaveLength(1);
});

it('applies the props of the first of two providers of one commit', async () => {
  const server = backend();
  const ready: string[] = [];
  const one = (name: string): React.ReactNode => (
    <TCCCProvider key={name} tokenEndpoint={server.endpoint} {...QUICK} onReady={() => ready.push(name)}>
      <Probe />
    </TCCCProvider>
  );
  const root = mount([one('a'), one('b')]);
  await eventually(() => expect(root.text()).toBe('readyready'));
  expect(ready).toEqual(['a']);
});

it('returns one promise from connect() in two roots', async () => {
  const first = openDesk({ plan: [{ hold: true }] });
  const second = openDesk({ backend: first.backend });
  await second.until('fetching-token');
  expect(second.state().connect()).toBe(first.state().connect());
});

it('takes providers that both have fetchToken for equal, whatever the functions', async () => {
  const server = backend();
  const fetchToken = async (): Promise<unknown> => (await fetch(server.endpoint, { method: 'POST' })).json();
  const first = openDesk({ props: { fetchToken: () => fetchToken() } });
  const second = openDesk({ props: { fetchToken: () => fetchToken() } });
  await Promise.all([first.until('ready'), second.until('ready')]);
  expect((await server.seen()).tokens).toHaveLength(1);
});

it('throws provider-conflict where one provider has tokenEndpoint and the other fetchToken', async () => {
  const first = openDesk();
  await first.until('ready');
  const second = openDesk({ props: { fetchToken: () => new Promise(() => undefined) } });
  await eventually(() => expect(second.root.text()).toBe('caught provider-conflict'));
  expect(first.state().status).toBe('ready');
});

it('lets the first connection finish when a second provider conflicts mid-way', async () => {
  const first = openDesk({ props: { agentKey: 'a' }, plan: [{ hold: true }] });
  await first.until('fetching-token');
  const second = openDesk({ backend: first.backend, props: { agentKey: 'b' } });
  await eventually(() => expect(second.root.text()).toBe('caught provider-conflict'));
  await first.backend.release();
  await first.until('ready');
});

it('shows the second provider no state of the first one before it conflicts', async () => {
  const first = openDesk({ props: { agentKey: 'a' } });
  await first.until('ready');
  const second = openDesk({ backend: first.backend, props: { agentKey: 'b' } });
  await eventually(() => expect(second.caught).toHaveLength(1));
  expect(second.statuses()).toEqual(['idle']);
});

it.each(['tccc', 'TCCC'] as const)(
  'throws provider-conflict where somebody else has set window.%s',
  async (name) => {
    const foreign = { on: () => undefined };
    globals[name] = foreign;
    try {
      const desk = openDesk();
      await eventually(() => expect(desk.root.text()).toBe('caught provider-conflict'));
      await sleep(30);
      expect(globals[name]).toBe(foreign);
      expect((await desk.backend.seen()).tokens).toHaveLength(0);
    } finally {
      Reflect.deleteProperty(globals, name);
    }
  },
);

it('throws provider-conflict where somebody else loads the SDK during the token request', async () => {
  const foreign = { on: () => undefined };
  const desk = openDesk({ plan: [{ hold: true }] });
  await eventually(async () => expect((await desk.backend.seen()).tokens).toHaveLength(1));
  globals.tccc = foreign;
  try {
    await desk.backend.release();
    await eventually(() => expect(desk.root.text()).toBe('caught provider-conflict'));
    expect(globals.tccc).toBe(foreign);
    expect((await desk.backend.seen()).scripts).toHaveLength(0);
  } finally {
    Reflect.deleteProperty(globals, 'tccc');
  }
});

it('throws provider-conflict where the page has a connection of another protocol', async () => {
  const record = Object.freeze({ protocol: 2 });
  Object.defineProperty(globalThis, KEY, { value: record, configurable: true });
  const desk = openDesk();
  await eventually(() => expect(desk.root.text()).toBe('caught provider-conflict'));
  expect((await desk.backend.seen()).tokens).toHaveLength(0);
  expect((globalThis as { [key: symbol]: unknown })[KEY]).toBe(record);
});

it('keeps the connection under a global symbol as a plain record with a protocol number', async () => {
  await openDesk().until('ready');
  const record = (globalThis as { [key: symbol]: unknown })[KEY] as Record<string, unknown>;
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  expect(record['protocol']).toBe(1);
});
