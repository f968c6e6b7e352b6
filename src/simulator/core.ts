import type { TCCCEventName } from '../sdk/event-names.js';
import type { Clock, SimulatorWindow } from './clock.js';
import type { RandomStreams } from './random.js';
import type { SimulatorSettings } from './settings.js';

/** What every part of the simulator shares. */
export interface Core {
  readonly window: SimulatorWindow;
  /** Current settings: read at each use, never kept. */
  settings(): SimulatorSettings;
  random(): RandomStreams;
  readonly clock: Clock;
  /** Emits an event to the page, in the form that the readings say. */
  send(name: TCCCEventName, payload?: object): void;
  /** Something a panel would show has changed. */
  changed(): void;
}

/** `average` spread by a quarter either way, so that runs are not in lockstep; the seed decides. */
export function spread(core: Core, average: number): number {
  return average * (0.75 + core.random().delays() / 2);
}

/** Runs all tasks even if one throws (a listener of the page did); then throws the first error. */
export function runAll(...tasks: readonly (() => unknown)[]): void {
  const [task, ...rest] = tasks;
  if (!task) return;
  try {
    task();
  } finally {
    runAll(...rest);
  }
}
