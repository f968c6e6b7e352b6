import { useEffect } from 'react';
import { expect, it } from 'vitest';
import { useTCCC } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { macrotask, On, simulator } from './support/mount.js';

it('tells of ready in the order status, onReady, ready handlers, promises', async () => {
  const order: string[] = [];
  function Connecting(): null {
    const { connect } = useTCCC();
    useEffect(() => {
      void connect().then(() => order.push('promise'));
    }, [connect]);
    return null;
  }
  const desk = openDesk({
    strict: false,
    props: {
      onStatusChange: ({ status }) => status === 'ready' && order.push('status'),
      onReady: () => order.push('onReady'),
    },
    children: [
      <On key="on" name="ready" run={() => order.push('handler')} />,
      <Connecting key="connecting" />,
    ],
  });
  await desk.until('ready');
  await macrotask();
  expect(order).toEqual(['status', 'onReady', 'handler', 'promise']);
});

it('is ready already for whoever asks in onReady and in a ready handler', async () => {
  const seen: unknown[] = [];
  const desk = openDesk({
    props: { onReady: (sdk) => seen.push(['onReady', sdk === desk.snapshots.at(-1)?.sdk]) },
    children: <On name="ready" run={() => seen.push(['handler', desk.snapshots.at(-1)?.status])} />,
  });
  await desk.until('ready');
  expect(seen).toEqual([
    ['onReady', true],
    ['handler', 'ready'],
  ]);
});

it('runs a ready handler that was there before once', async () => {
  let runs = 0;
  const desk = openDesk({ children: <On name="ready" run={() => (runs += 1)} /> });
  await desk.until('ready');
  for (let n = 0; n < 5; n++) desk.render();
  await macrotask();
  expect(runs).toBe(1);
});

it.each([true, false])('runs a ready handler that is mounted late once (StrictMode: %s)', async (strict) => {
  let runs = 0;
  const on = (): React.ReactNode => <On name="ready" run={() => (runs += 1)} />;
  const desk = openDesk({ strict });
  await desk.until('ready');
  desk.render({}, on());
  for (let n = 0; n < 5; n++) desk.render({}, on());
  await macrotask();
  expect(runs).toBe(1);
});

it.each(['early', 'late'])(
  'runs a ready handler mounted %s once more for the next connection',
  async (when) => {
    let runs = 0;
    const on = <On name="ready" run={() => (runs += 1)} />;
    const desk = openDesk(when === 'early' ? { children: on } : {});
    const { disconnect, connect } = await desk.until('ready');
    desk.render({}, on);
    expect(runs).toBe(1);
    await disconnect();
    expect(runs).toBe(1);
    await connect();
    expect(runs).toBe(2);
  },
);

it('does not run a ready handler again when the SDK says ready twice', async () => {
  let runs = 0;
  const desk = openDesk({ children: <On name="ready" run={() => (runs += 1)} /> });
  await desk.until('ready');
  simulator().emit('ready');
  expect(runs).toBe(1);
  expect(desk.ready).toHaveLength(1);
});

it('does not run a late ready handler when nothing is ready', async () => {
  let runs = 0;
  const desk = openDesk({ plan: [{ sim: { login: 'never' } }] });
  await desk.until('logging-in');
  desk.render({}, <On name="ready" run={() => (runs += 1)} />);
  await desk.state().disconnect();
  desk.render({}, [<On key="2" name="ready" run={() => (runs += 1)} />]);
  await macrotask();
  expect(runs).toBe(0);
});
