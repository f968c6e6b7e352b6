import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSession } from '../../../src/index.js';
import { On, openDesk, RECORD, Status } from './desk.js';
import { emit, ID, probing } from './probe.js';

// No other test in this file: the stores of one would be there for the next.
it('provider, useTCCC and useTCCCEvent make no stores; the first session hook does', async () => {
  const record = (): object => (window as unknown as { [key: symbol]: object })[RECORD]!;
  const heard: unknown[] = [];
  const on = <On name="callIn" run={({ sessionId }) => heard.push(sessionId)} />;
  const desk = openDesk([<Status key="status" />, <div key="on">{on}</div>], { options: { ringTimeout: 0 } });
  await desk.until('ready');
  act(() => void desk.simulator.ring({ sessionId: ID }));
  act(() => {
    desk.simulator.agentUi.answer();
  });
  await expect(desk.state().disconnect()).rejects.toMatchObject({ code: 'session-live' });
  emit(desk.simulator, ['sessionEnded', { sessionId: ID }]);
  await act(() => desk.state().disconnect({ force: true }));
  await act(() => desk.state().connect());
  expect(heard).toEqual([ID]);
  expect(record()).not.toHaveProperty('desk');
  expect(record()).not.toHaveProperty('tap');

  const { element } = probing(() => useSession(ID));
  desk.again(element);
  expect(record()).toHaveProperty('desk');
});
