/* global afterEach, expect, test */
import { act, render, screen } from '@testing-library/react';
import { createElement as h, StrictMode } from 'react';
import { TCCCProvider, useTCCC, useTCCCEvent } from 'tccc-react';
import { getSimulator, installSimulator, SimulatorProvider } from 'tccc-react/simulator';

const { jest } = import.meta;

afterEach(() => {
  getSimulator()?.dispose();
  jest.useRealTimers();
});

function Desk({ onCallIn }) {
  const { status } = useTCCC();
  useTCCCEvent('callIn', onCallIn ?? (() => undefined));
  return h('output', null, status);
}

test('installSimulator makes an appended tag act as loaded', async () => {
  jest.useFakeTimers();
  const simulator = installSimulator(window);
  expect(window.tccc).toBeUndefined();
  const tag = document.createElement('script');
  const loaded = jest.fn();
  tag.addEventListener('load', () => loaded(typeof window.tccc));
  tag.src = simulator.issueToken().sdkUrl;
  document.body.append(tag);
  await jest.advanceTimersByTimeAsync(1000);
  expect(loaded.mock.calls).toEqual([['object']]);
  expect(simulator.phase).toBe('ready');

  const sessionId = simulator.ring();
  const reply = window.tccc.Call.accept({ sessionId });
  await jest.advanceTimersByTimeAsync(1000);
  expect(await reply).toEqual({ status: 'success' });
  expect(simulator.agent.status).toBe('busy');
});

test('SimulatorProvider connects, and an event reaches a hook', async () => {
  const onCallIn = jest.fn();
  render(h(StrictMode, null, h(SimulatorProvider, { options: { speed: 50 } }, h(Desk, { onCallIn }))));
  await screen.findByText('ready', undefined, { timeout: 4000 });
  const sessionId = getSimulator().ring({ type: 'im' });
  expect(onCallIn.mock.calls).toEqual([[expect.objectContaining({ sessionId, type: 'im' })]]);
});

test('a test after dispose starts with a new simulator', async () => {
  render(h(SimulatorProvider, { options: { speed: 50 } }, h(Desk)));
  await screen.findByText('ready', undefined, { timeout: 4000 });
  expect(getSimulator().sessions).toEqual([]);
});

test('installSimulator serves a TCCCProvider', async () => {
  const simulator = installSimulator(window, { speed: 50 });
  render(
    h(
      TCCCProvider,
      {
        agentKey: 'by-hand',
        allowedSdkHosts: ['simulator.tccc.invalid'],
        fetchToken: () => Promise.resolve(simulator.issueToken()),
      },
      h(Desk),
    ),
  );
  await screen.findByText('ready', undefined, { timeout: 4000 });
});

// Testing Library unmounts before the afterEach above: under the fake timers, which then go with all they hold.
test('SimulatorProvider connects under fake timers', async () => {
  jest.useFakeTimers();
  render(h(SimulatorProvider, null, h(Desk)));
  await act(() => jest.advanceTimersByTimeAsync(4000));
  expect(screen.getByText('ready')).toBeTruthy();
});

test.each(['the test after one with fake timers', 'the test after that'])('%s connects', async () => {
  render(h(SimulatorProvider, { options: { speed: 50 } }, h(Desk)));
  await screen.findByText('ready', undefined, { timeout: 4000 });
});
