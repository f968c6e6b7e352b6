import type { SimulatorWindow } from './clock.js';
import type { SimulatorOptions } from './options.js';
import type { Simulator } from './simulator.js';

declare global {
  interface Window {
    /** The control of the simulated SDK, once its script has run. */
    __tcccSimulator?: Simulator;
    /** Options for the simulator's script, read when it first runs on the page. */
    __tcccSimulatorOptions?: SimulatorOptions;
  }
}

/** Simulators that are installed but whose script has not run: they must not show on the window. */
const installed = new WeakMap<Window, Simulator>();

/** Notes the simulator that waits in this window, or that none does. */
export function setInstalled(window: Window, simulator: Simulator | undefined): void {
  if (simulator) installed.set(window, simulator);
  else installed.delete(window);
}

/**
 * The simulator of a page: `window.__tcccSimulator`, which is there once the script has run, or the one
 * that `installSimulator` put in wait.
 *
 * @example
 * await getSimulator()?.whenReady();
 * getSimulator()?.ring({ type: 'im' });
 *
 * @param page - Default: the global window; on a server there is none, and no simulator.
 */
export function getSimulator(page?: SimulatorWindow): Simulator | undefined {
  const target = page ?? (typeof window === 'undefined' ? undefined : window);
  return target && (target.__tcccSimulator ?? installed.get(target));
}
