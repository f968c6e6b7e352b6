import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useTCCC } from '../../../src/index.js';
import { getSimulator, SimulatorProvider, type SimulatorOptions } from '../../../src/simulator/index.js';

function Desk(): ReactElement {
  return <output>{useTCCC().status}</output>;
}

const shown = (text: string): Promise<unknown> => screen.findByText(text, undefined, { timeout: 4000 });
const mount = (options?: SimulatorOptions) =>
  render(
    <SimulatorProvider options={{ speed: 50, ...options }}>
      <Desk />
    </SimulatorProvider>,
  );

/** A user's test up to its end, where the timers still to run are dropped with the fake clock. */
async function endsUnderFakeTimers(status = 'ready', options?: SimulatorOptions): Promise<void> {
  vi.useFakeTimers();
  const view = mount(options);
  await act(() => vi.advanceTimersByTimeAsync(4000));
  expect(screen.getByText(status)).toBeInTheDocument();
  // What Testing Library's own clean-up does, in Jest before the user's.
  view.unmount();
  getSimulator()?.dispose();
  vi.useRealTimers();
}

afterEach(() => {
  getSimulator()?.dispose();
  vi.useRealTimers();
});

it.each<[status: string, options: SimulatorOptions]>([
  ['ready', {}],
  ['logging-in', { login: 'never' }],
])('connects the provider after a test whose fake timers went at %s', async (status, options) => {
  await endsUnderFakeTimers(status, options);
  mount();
  await shown('ready');
});

it('connects under fake timers after a test that had fake timers', async () => {
  await endsUnderFakeTimers();
  vi.useFakeTimers();
  mount();
  await act(() => vi.advanceTimersByTimeAsync(4000));
  expect(screen.getByText('ready')).toBeInTheDocument();
});

it('connects one provider after the other, though two tests with fake timers were before', async () => {
  await endsUnderFakeTimers();
  await endsUnderFakeTimers();
  const view = mount();
  await shown('ready');
  getSimulator()?.dispose();
  view.unmount();
  mount();
  await shown('ready');
});
