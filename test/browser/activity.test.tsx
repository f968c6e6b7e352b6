import { Activity, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { TCCCProvider } from '../../src/index.js';
import { backend, type Backend } from './support/backend.js';
import { openDesk, QUICK } from './support/desk.js';
import { Boundary, eventually, macrotask, mount, On, Probe, simulator, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const tree = (mode: 'hidden' | 'visible', { endpoint }: Backend, children?: ReactNode): ReactNode => (
  <Activity mode={mode}>
    <TCCCProvider tokenEndpoint={endpoint} {...QUICK}>
      <Probe />
      {children}
    </TCCCProvider>
  </Activity>
);

it('aborts and cleans up when its tree is hidden before ready, and connects when it is shown', async () => {
  const server = backend({ hold: true }, {});
  const root = mount(tree('visible', server));
  await eventually(async () => expect((await server.seen()).tokens).toHaveLength(1));
  root.render(tree('hidden', server));
  await macrotask();
  expect(remains()).toEqual([]);
  root.render(tree('visible', server));
  await eventually(() => expect(root.text()).toBe('ready'));
  expect((await server.seen()).tokens).toHaveLength(2);
});

it('goes on when its tree is hidden and shown within a macrotask', async () => {
  const server = backend({ hold: true });
  const root = mount(tree('visible', server));
  await eventually(async () => expect((await server.seen()).tokens).toHaveLength(1));
  root.render(tree('hidden', server));
  root.render(tree('visible', server));
  await server.release();
  await eventually(() => expect(root.text()).toBe('ready'));
  expect((await server.seen()).tokens).toHaveLength(1);
});

it('keeps the SDK while its tree is hidden after ready, and adopts it when shown', async () => {
  let calls = 0;
  const on = <On name="callIn" run={() => (calls += 1)} />;
  const server = backend();
  const root = mount(tree('visible', server, on));
  await eventually(() => expect(root.text()).toBe('ready'));
  const { tccc } = window as { tccc?: unknown };
  root.render(tree('hidden', server, on));
  await sleep(50);
  expect((window as { tccc?: unknown }).tccc).toBe(tccc);
  expect(simulator().calls).toEqual([]);
  simulator().ring();
  expect(calls).toBe(0);
  root.render(tree('visible', server, on));
  await macrotask();
  expect(root.text()).toBe('ready');
  simulator().emit('callIn', { sessionId: 's' });
  expect(calls).toBe(1);
  expect((await server.seen()).tokens).toHaveLength(1);
  expect(simulator().loads).toBe(1);
});

it('connects nothing for a tree that is mounted hidden', async () => {
  const server = backend();
  const root = mount(tree('hidden', server));
  await sleep(50);
  expect((await server.seen()).tokens).toHaveLength(0);
  root.render(tree('visible', server));
  await eventually(() => expect(root.text()).toBe('ready'));
});

it('runs a ready handler once a connection though its component is hidden and shown again', async () => {
  let runs = 0;
  const child = (mode: 'hidden' | 'visible'): ReactNode => (
    <Activity mode={mode}>
      <On name="ready" run={() => (runs += 1)} />
    </Activity>
  );
  const desk = openDesk({ children: child('visible') });
  await desk.until('ready');
  for (let n = 0; n < 3; n++) {
    desk.render({}, child('hidden'));
    desk.render({}, child('visible'));
  }
  expect(runs).toBe(1);
});

it('keeps the connection of a visible provider when a part of its tree is hidden', async () => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  desk.render({}, <Activity mode="hidden">part</Activity>);
  await macrotask();
  expect(desk.state().sdk).toBe(sdk);
});

it('throws the conflict at a tree shown again, and leaves the agent alone who came meanwhile', async () => {
  const server = backend();
  const page = (mode: 'hidden' | 'visible', withB: boolean): ReactNode => (
    <>
      <Boundary>
        <Activity mode={mode}>
          <TCCCProvider tokenEndpoint={server.endpoint} agentKey="a" {...QUICK}>
            <Probe />
          </TCCCProvider>
        </Activity>
      </Boundary>
      {withB && (
        <TCCCProvider key="b" tokenEndpoint={server.endpoint} agentKey="b" {...QUICK}>
          <Probe />
        </TCCCProvider>
      )}
    </>
  );
  const root = mount(page('visible', false));
  await eventually(() => expect(root.text()).toBe('ready'));
  root.render(page('hidden', false));
  await sleep(30);
  root.render(page('hidden', true));
  await eventually(async () => expect((await server.seen()).tokens).toHaveLength(2));
  // The hidden tree's own text says ready too.
  await eventually(() => expect(simulator()).toMatchObject({ loads: 2, phase: 'ready' }));
  const loads = simulator().loads;
  root.render(page('visible', true));
  await eventually(() => expect(root.text()).toBe('caught provider-conflictready'));
  await sleep(50);
  expect(simulator().loads).toBe(loads);
  expect(simulator().phase).toBe('ready');
});
