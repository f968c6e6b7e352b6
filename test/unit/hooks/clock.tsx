import { act } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import type { Simulator, SimulatorMethod } from '../../../src/simulator/index.js';
import { type Desk, openDesk } from './desk.js';
import { fresh, probing } from './probe.js';

type Options = NonNullable<Parameters<typeof openDesk>[1]>;

let opened: Desk | undefined;

/** Lets fake time pass, and React follow. */
export const pass = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

/** `openProbe` on a fake clock, at the true speed. */
export async function openOnFakeClock<T>(useIt: () => T, more?: Options) {
  vi.useFakeTimers();
  const { element, ...probe } = probing(useIt);
  const desk = openDesk(element, fresh({ ...more, options: { speed: 1, ...more?.options } }));
  opened = desk;
  await pass(1000);
  return { desk, simulator: desk.simulator, element, ...probe };
}

/** What a promise comes to: its value, or what it rejects with. */
export async function outcome<T>(promise: Promise<T>): Promise<unknown> {
  let result: unknown;
  await act(async () => {
    result = await promise.catch((error: unknown) => error);
  });
  return result;
}

/** The first arguments of the calls of a method, in order. */
export const callsTo = (simulator: Simulator, wanted: SimulatorMethod): unknown[] =>
  simulator.calls.filter(({ method }) => method === wanted).map(({ args }) => args[0]);

/** The rejections that nobody handles while `run` runs and the event loop turns. */
export async function unhandledIn(run: () => unknown): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', listener);
  await act(async () => {
    run();
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
  process.off('unhandledRejection', listener);
  return unhandled;
}

// The connection ends on the clock that it began on.
afterEach(async () => {
  if (!vi.isFakeTimers()) return;
  const ended = opened?.state().disconnect({ force: true });
  await pass(3000);
  await ended;
  vi.useRealTimers();
});
