import { useEffect, useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useTCCCEvent } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { On, simulator } from './support/mount.js';

declare module '../../src/index.js' {
  interface TCCCEventMap {
    networkQuality: { level: number };
  }
}

it('calls the handlers of one event in the order of their mounts', async () => {
  const order: string[] = [];
  const on = (key: string): ReactNode => <On key={key} name="callIn" run={() => order.push(key)} />;
  const desk = openDesk({ children: [on('a'), on('b')] });
  await desk.until('ready');
  desk.render({}, [on('a'), on('b'), on('c')]);
  simulator().ring();
  expect(order).toEqual(['a', 'b', 'c']);
});

it('calls each handler once an event under StrictMode', async () => {
  let calls = 0;
  const desk = openDesk({ children: <On name="callIn" run={() => (calls += 1)} /> });
  await desk.until('ready');
  simulator().ring();
  expect(calls).toBe(1);
});

it('calls the newest handler without memoising', async () => {
  const heard: number[] = [];
  const on = (n: number): ReactNode => <On name="callIn" run={() => heard.push(n)} />;
  const desk = openDesk({ children: on(0) });
  await desk.until('ready');
  for (let n = 1; n <= 5; n++) desk.render({}, on(n));
  simulator().ring();
  expect(heard).toEqual([5]);
});

it('calls the newest handler for an event that comes within the commit', async () => {
  const heard: number[] = [];
  function Emitting({ n }: { n: number }): null {
    useEffect(() => {
      if (n > 0) simulator().emit('callIn', { sessionId: 's' });
    });
    useTCCCEvent('callIn', () => heard.push(n));
    return null;
  }
  const desk = openDesk({ strict: false, children: <Emitting n={0} /> });
  await desk.until('ready');
  desk.render({}, <Emitting n={1} />);
  expect(heard).toEqual([1]);
});

it('does not call a handler that was removed during the emit', async () => {
  const heard: string[] = [];
  let hide = (): void => undefined;
  function Pair(): ReactNode {
    const [shown, setShown] = useState(true);
    hide = () => setShown(false);
    return shown && <On name="callIn" run={() => heard.push('second')} />;
  }
  const { flushSync } = await import('react-dom');
  const first = <On name="callIn" run={() => flushSync(() => hide())} />;
  const desk = openDesk({ children: [<div key="first">{first}</div>, <Pair key="pair" />] });
  await desk.until('ready');
  simulator().ring();
  expect(heard).toEqual([]);
});

it('hands over an event from before ready to a handler from before the script', async () => {
  const heard: unknown[] = [];
  const desk = openDesk({
    plan: [{ sim: { login: 'never' } }],
    children: <On name="statusChanged" run={(event) => heard.push(event)} />,
  });
  await desk.until('logging-in');
  simulator().emit('statusChanged', { status: 'free' });
  expect(heard).toEqual([{ status: 'free' }]);
});

it('hands over events to a handler that is mounted after ready', async () => {
  const heard: unknown[] = [];
  const desk = openDesk();
  await desk.until('ready');
  desk.render({}, <On name="sessionCompleted" run={({ sessionId }) => heard.push(sessionId)} />);
  simulator().emit('sessionCompleted', { sessionId: 's1' });
  expect(heard).toEqual(['s1']);
});

it.each(['before', 'after'])(
  'hands over an event added by augmentation, asked for %s ready',
  async (when) => {
    const heard: number[] = [];
    const on = <On name="networkQuality" run={({ level }) => heard.push(level)} />;
    const desk = openDesk(when === 'before' ? { children: on } : {});
    await desk.until('ready');
    desk.render({}, on);
    simulator().emit('networkQuality', { level: 3 });
    expect(heard).toEqual([3]);
  },
);

it.each(['flat', 'nested'] as const)(
  'hands over flat payloads when the SDK sends them %s',
  async (payloads) => {
    const heard: unknown[] = [];
    const desk = openDesk({
      plan: [{ sim: { readings: { payloads } } }],
      children: [
        <On key="1" name="callIn" run={({ sessionId, type }) => heard.push([sessionId, type])} />,
        <On key="2" name="statusChanged" run={({ status }) => heard.push(status)} />,
      ],
    });
    await desk.until('ready');
    heard.splice(0);
    const sessionId = simulator().ring();
    simulator().setStatusRemotely('rest');
    expect(heard).toEqual([[sessionId, 'phone'], 'rest']);
  },
);

it('listens to a name of the SDK as `events` spells it', async () => {
  const desk = openDesk({ plan: [{ sim: { readings: { eventNames: 'missing' } } }] });
  await desk.until('ready');
  expect(simulator().listenerCount('callIn')).toBe(1);
});

it('stops calling the handlers of a component that has unmounted', async () => {
  let calls = 0;
  const desk = openDesk({ children: <On name="callIn" run={() => (calls += 1)} /> });
  await desk.until('ready');
  desk.render({}, <p />);
  simulator().ring();
  expect(calls).toBe(0);
});
