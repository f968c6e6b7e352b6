import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { TCCCProvider, type TCCCState } from '../../src/index.js';
import { backend, type Backend } from './support/backend.js';
import { openDesk, QUICK } from './support/desk.js';
import { eventually, listenersOf, macrotask, mount, On, Probe, simulator, sleep } from './support/mount.js';

const globals = window as { tccc?: unknown };

it('disconnects by force, then connects with a fresh token when agentKey changes', async () => {
  const desk = openDesk({ props: { agentKey: 'a' } });
  const { sdk } = await desk.until('ready');
  const control = simulator();
  control.delay('Agent.offline', 50 * 150);
  desk.render({ agentKey: 'b' });
  await sleep(80);
  expect(control.calls.map(({ method }) => method)).toContain('Agent.offline');
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
  await desk.until('ready');
  expect(desk.state().sdk).not.toBe(sdk);
  expect(desk.state().sdk).toBe(globals.tccc);
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
  expect(document.querySelectorAll('t3c-sdk')).toHaveLength(1);
});

it("reads idle from the very render with the next agent's key, and never the last agent's SDK", async () => {
  const desk = openDesk({ props: { agentKey: 'a' } });
  const { sdk } = await desk.until('ready');
  const from = desk.states.length;
  desk.render({ agentKey: 'b' });
  expect(desk.states[from]).toMatchObject({ status: 'idle', error: null });
  expect(desk.states[from]?.sdk).toBeNull();
  await desk.until('ready');
  expect(desk.states.slice(from).filter((state) => state.sdk === sdk)).toEqual([]);
});

it("gives the next agent's handlers none of the last agent's events", async () => {
  const heard: string[] = [];
  const on = (who: string): ReactNode => [
    <On key="1" name="callIn" run={({ sessionId }) => heard.push(`${who} ${sessionId}`)} />,
    <On key="2" name="statusChanged" run={({ status }) => heard.push(`${who} ${status}`)} />,
  ];
  const desk = openDesk({
    props: { agentKey: 'a' },
    plan: [{ script: { kind: 'recorded' } }, {}],
    children: on('a'),
  });
  await desk.until('ready');
  heard.splice(0);
  const [listener] = listenersOf('callIn');
  desk.render({ agentKey: 'b' }, on('b'));
  listener?.({ sessionId: 'at once' });
  await macrotask();
  listener?.({ sessionId: 'later' });
  await desk.until('ready');
  listener?.({ sessionId: 'much later' });
  expect(heard.filter((line) => !/^b free$/.test(line))).toEqual([]);
  simulator().ring({ sessionId: 'own' });
  expect(heard).toContain('b own');
});

it('aborts the connect of the last agent', async () => {
  const desk = openDesk({ props: { agentKey: 'a' }, plan: [{ hold: true }, {}] });
  const promise = (await desk.until('fetching-token')).connect();
  await eventually(async () => expect((await desk.backend.seen()).tokens).toHaveLength(1));
  desk.render({ agentKey: 'b' });
  await expect(promise).rejects.toMatchObject({ code: 'aborted' });
  await desk.until('ready');
  const { tokens } = await desk.backend.seen();
  expect(tokens.map(({ outcome }) => outcome)).toEqual(['closed', 'answered']);
  expect(desk.errors).toEqual([]);
});

/** One provider an agent, swapped by its key in one commit. */
function swap(
  key: string,
  { endpoint }: Backend,
  onState: (key: string, state: TCCCState) => void,
  run = (): void => undefined,
): ReactNode {
  return (
    <TCCCProvider key={key} agentKey={key} tokenEndpoint={endpoint} {...QUICK}>
      <Probe onState={(state) => onState(key, state)} />
      <On name="callIn" run={run} />
    </TCCCProvider>
  );
}

it('does the same when a keyed provider is swapped in one commit', async () => {
  const server = backend({ script: { kind: 'recorded' } }, {});
  const seen: [string, TCCCState][] = [];
  const onState = (key: string, state: TCCCState): void => void seen.push([key, state]);
  let heard = 0;
  const root = mount(swap('a', server, onState));
  await eventually(() => expect(root.text()).toBe('ready'));
  const old = globals.tccc;
  const [listener] = listenersOf('callIn');
  simulator().delay('Agent.offline', 50 * 100);
  root.render(swap('b', server, onState, () => void (heard += 1)));
  expect(root.text()).toBe('idle');
  listener?.({ sessionId: 's' });
  await sleep(50);
  listener?.({ sessionId: 's' });
  expect((await server.seen()).tokens).toHaveLength(1);
  await eventually(() => expect(root.text()).toBe('ready'));
  expect(heard).toBe(0);
  expect(globals.tccc).not.toBe(old);
  const states = seen.filter(([key]) => key === 'b').map(([, state]) => state);
  expect(states[0]?.status).toBe('idle');
  expect(states.filter(({ sdk }) => sdk === old)).toEqual([]);
  expect((await server.seen()).tokens).toHaveLength(2);
});

it('does the same when another agent is mounted onto a kept connection', async () => {
  const server = backend();
  const seen: [string, TCCCState][] = [];
  const onState = (key: string, state: TCCCState): void => void seen.push([key, state]);
  const first = mount(swap('a', server, onState));
  await eventually(() => expect(first.text()).toBe('ready'));
  const old = globals.tccc;
  const control = simulator();
  first.unmount();
  await sleep(30);
  expect(globals.tccc).toBe(old);
  const second = mount(swap('b', server, onState));
  expect(second.text()).toBe('idle');
  await eventually(() => expect(second.text()).toBe('ready'));
  expect(globals.tccc).not.toBe(old);
  expect(control.calls.map(({ method }) => method)).toContain('Agent.offline');
  expect(seen.filter(([key, { sdk }]) => key === 'b' && sdk === old)).toEqual([]);
});

it('keeps the connection when the key changes and changes back within a macrotask', async () => {
  const desk = openDesk({ props: { agentKey: 'a' } });
  const { sdk } = await desk.until('ready');
  desk.render({ agentKey: 'b' });
  desk.render({ agentKey: 'a' });
  await sleep(50);
  expect(desk.state()).toMatchObject({ status: 'ready' });
  expect(desk.state().sdk).toBe(sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('counts as a new mount: connects though disconnect() was called before', async () => {
  const desk = openDesk({ props: { agentKey: 'a' } });
  await (await desk.until('ready')).disconnect();
  desk.render({ agentKey: 'b' });
  await desk.until('ready');
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('takes the connection of nobody in particular for another one', async () => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  desk.render({ agentKey: 'a' });
  expect(desk.state().status).toBe('idle');
  await desk.until('ready');
  expect(desk.state().sdk).not.toBe(sdk);
});

it.each([
  ['string and number', '1', 1],
  ['a and b', 'a', 'b'],
])('tells apart keys that are %s', async (_what, before, after) => {
  const desk = openDesk({ props: { agentKey: before } });
  await desk.until('ready');
  desk.render({ agentKey: after });
  await desk.until('ready');
  await eventually(async () => expect((await desk.backend.seen()).tokens).toHaveLength(2));
});
