import { expect, it } from 'vitest';
import { isTCCCError } from '../../src/index.js';
import { backend } from './support/backend.js';
import { openDesk } from './support/desk.js';
import { eventually, simulator, sleep } from './support/mount.js';
import { remains } from './support/watch.js';

const autoConnect = false;

it('disconnects by force and stays idle when agentKey becomes null', async () => {
  const desk = openDesk({ props: { agentKey: 'a' } });
  await desk.until('ready');
  const control = simulator();
  desk.render({ agentKey: null });
  expect(desk.state().status).toBe('idle');
  await eventually(() => expect(remains()).toEqual([]));
  await sleep(30);
  expect(control.calls.map(({ method }) => method)).toContain('Agent.offline');
  expect(desk.state()).toMatchObject({ status: 'idle', error: null });
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('aborts a connect under way when agentKey becomes null', async () => {
  const desk = openDesk({ props: { agentKey: 'a' }, plan: [{ script: { hold: true } }] });
  const promise = (await desk.until('loading-script')).connect();
  desk.render({ agentKey: null });
  await expect(promise).rejects.toMatchObject({ code: 'aborted' });
  await eventually(() => expect(remains()).toEqual([]));
  expect(desk.state().status).toBe('idle');
});

it('connects nobody on mount with agentKey null', async () => {
  const desk = openDesk({ props: { agentKey: null } });
  await sleep(50);
  expect(desk.state().status).toBe('idle');
  expect((await desk.backend.seen()).tokens).toHaveLength(0);
});

it('stays idle on connect() while agentKey is null', async () => {
  const desk = openDesk({ props: { agentKey: null } });
  const error: unknown = await desk
    .state()
    .connect()
    .catch((cause: unknown) => cause);
  expect(isTCCCError(error)).toBe(true);
  expect(desk.state().status).toBe('idle');
  expect((await desk.backend.seen()).tokens).toHaveLength(0);
});

it('connects when somebody signs in', async () => {
  const desk = openDesk({ props: { agentKey: null } });
  desk.render({ agentKey: 'a' });
  await desk.until('ready');
  desk.render({ agentKey: null });
  await eventually(() => expect(remains()).toEqual([]));
  desk.render({ agentKey: 'b' });
  await desk.until('ready');
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('does not connect by itself with autoConnect={false}', async () => {
  const desk = openDesk({ props: { autoConnect } });
  await sleep(50);
  expect(desk.state().status).toBe('idle');
  expect((await desk.backend.seen()).tokens).toHaveLength(0);
  await desk.state().connect();
  await desk.until('ready');
});

it('obeys autoConnect={false} after a change of agentKey: disconnects, and stays idle', async () => {
  const desk = openDesk({ props: { autoConnect, agentKey: 'a' } });
  await desk.state().connect();
  await desk.until('ready');
  desk.render({ agentKey: 'b' });
  await eventually(() => expect(remains()).toEqual([]));
  await sleep(30);
  expect(desk.state().status).toBe('idle');
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
  await desk.state().connect();
  await desk.until('ready');
});

it('takes connect() of the next agent for the next agent', async () => {
  const desk = openDesk({ props: { autoConnect, agentKey: 'a' } });
  const first = await desk.state().connect();
  desk.render({ agentKey: 'b' });
  expect(await desk.state().connect()).not.toBe(first);
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('reconnects when tokenEndpoint changes', async () => {
  const other = backend();
  const desk = openDesk({ props: { agentKey: 'a' } });
  const { sdk } = await desk.until('ready');
  const control = simulator();
  desk.render({ agentKey: 'a', tokenEndpoint: other.endpoint });
  await eventually(async () => expect((await other.seen()).scripts).toHaveLength(1));
  await desk.until('ready');
  expect(desk.state().sdk).not.toBe(sdk);
  expect(control.calls.map(({ method }) => method)).toContain('Agent.offline');
  expect(document.querySelectorAll('t3c-sdk')).toHaveLength(1);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
  expect((await other.seen()).tokens).toHaveLength(1);
});

it.each([
  ['a URL object', (endpoint: string) => new URL(endpoint, location.href)],
  ['an absolute address', (endpoint: string) => new URL(endpoint, location.href).href],
])('keeps the connection when the same endpoint is given as %s', async (_what, same) => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  desk.render({ tokenEndpoint: same(desk.backend.endpoint) });
  await sleep(50);
  expect(desk.state().sdk).toBe(sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});
