import { useSyncExternalStore } from 'react';

import { useTCCC } from '../../../src/index.js';
import { getSimulator, type Simulator } from '../../../src/simulator/index.js';

const never = (): (() => void) => () => undefined;

/** The control of the simulated SDK once that is ready; renders again on every change of it. */
export function useSimulator(): Simulator | undefined {
  const { status } = useTCCC();
  const simulator = status === 'ready' ? getSimulator() : undefined;
  const subscribe = simulator?.subscribe ?? never;
  useSyncExternalStore(subscribe, () => simulator?.sessions);
  useSyncExternalStore(subscribe, () => simulator?.agent);
  return simulator;
}
