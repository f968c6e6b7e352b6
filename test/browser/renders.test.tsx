import { memo, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useTCCC } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { macrotask, On, simulator } from './support/mount.js';

const Consumer = memo(function Consumer({ onRender }: { onRender: () => void }) {
  useTCCC();
  onRender();
  return null;
});

const hooks = (count: number): ReactNode =>
  Array.from({ length: count }, (_, index) => <On key={index} name="callIn" run={() => index} />);

const inline = () => ({
  requestInit: () => ({ headers: { 'x-inline': '1' } }),
  parseToken: (body: unknown) => body as { sdkUrl: string },
  allowedSdkHosts: ['localhost'],
  timeouts: { token: 3000 },
  retry: { attempts: 3 },
  agentKey: 'agent',
});

it('renders a memoised consumer 0 times in 100 renders of the parent', async () => {
  let renders = 0;
  const onRender = (): void => void (renders += 1);
  const desk = openDesk({ props: inline(), children: <Consumer onRender={onRender} /> });
  await desk.until('ready');
  const before = renders;
  for (let n = 0; n < 100; n++) desk.render(inline());
  await macrotask();
  expect(renders - before).toBe(0);
});

it('never reconnects on a render, whatever is written inline', async () => {
  const desk = openDesk({ props: inline() });
  await desk.until('ready');
  const { sdk } = desk.state();
  for (let n = 0; n < 100; n++) desk.render(inline());
  await macrotask();
  expect(desk.state().sdk).toBe(sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('never reconnects when an inline fetchToken is another function at each render', async () => {
  let asked = 0;
  const first = openDesk();
  await first.until('ready');
  const { secrets } = await first.backend.seen();
  await first.state().disconnect();
  first.root.unmount();
  await macrotask();
  const props = () => ({
    fetchToken: async () => {
      asked += 1;
      return secrets[0]!;
    },
  });
  const desk = openDesk({ props: props() });
  for (let n = 0; n < 10; n++) desk.render(props());
  await desk.until('ready');
  for (let n = 0; n < 10; n++) desk.render(props());
  await macrotask();
  expect(asked).toBe(1);
});

it('calls on and off of the SDK 0 times on re-render', async () => {
  const desk = openDesk({ props: inline(), children: hooks(20) });
  await desk.until('ready');
  const { onCalls, offCalls } = simulator();
  for (let n = 0; n < 100; n++) desk.render(inline(), hooks(20));
  expect(simulator().onCalls - onCalls).toBe(0);
  expect(simulator().offCalls - offCalls).toBe(0);
});

it('has 1 SDK listener per event name with 1,000 hooks', async () => {
  const desk = openDesk({ children: hooks(1000) });
  await desk.until('ready');
  expect(simulator().listenerCount('callIn')).toBe(1);
  desk.render({}, [hooks(1000), <On key="other" name="sessionEnded" run={() => undefined} />]);
  expect(simulator().listenerCount('callIn')).toBe(1);
  expect(simulator().listenerCount('sessionEnded')).toBe(1);
});

it('keeps the SDK listener when hooks of the name come and go', async () => {
  const desk = openDesk();
  await desk.until('ready');
  const { onCalls, offCalls } = simulator();
  for (let n = 0; n < 20; n++) {
    desk.render({}, hooks(3));
    desk.render({}, <p />);
  }
  expect(simulator().onCalls - onCalls).toBe(0);
  expect(simulator().offCalls - offCalls).toBe(0);
});

it('renders each consumer once a status', async () => {
  let renders = 0;
  const desk = openDesk({ strict: false, children: <Consumer onRender={() => void (renders += 1)} /> });
  await desk.until('ready');
  expect(renders).toBe(desk.statuses().length);
});
