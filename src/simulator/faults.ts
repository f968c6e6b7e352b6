import type { SimulatorMethod } from './methods.js';

/** How a failure reaches the caller; the reading `failure` has the same words. */
export type SimulatorFailureMode = 'reject' | 'resolve' | 'reject-error' | 'throw';

/** Options of `fail`. */
export interface SimulatorFailure {
  /** Default: a text that names the method. */
  errorMsg?: string | undefined;
  /** Default: the reading `failure`. */
  mode?: SimulatorFailureMode | undefined;
  /** How many calls fail; after that the method works again. Default: all until `restore`. */
  times?: number | undefined;
}

/** What is wrong with one call of a method. */
export interface Fault {
  /** ms. */
  delay: number;
  never: boolean;
  failure: { errorMsg: string; mode?: SimulatorFailureMode | undefined } | undefined;
}

/** The faults set by the control API. */
export interface Faults {
  delay(method: SimulatorMethod, ms: number): void;
  fail(method: SimulatorMethod, failure?: SimulatorFailure): void;
  never(method: SimulatorMethod): void;
  restore(method?: SimulatorMethod): void;
  /** The faults of the next call: a failure with `times` is used up. */
  take(method: SimulatorMethod): Fault;
}

/** No faults. */
export function createFaults(): Faults {
  const delays = new Map<SimulatorMethod, number>();
  const failures = new Map<SimulatorMethod, SimulatorFailure & { times: number }>();
  const nevers = new Set<SimulatorMethod>();
  const take = (method: SimulatorMethod): Fault['failure'] => {
    const failure = failures.get(method);
    if (!failure) return undefined;
    failure.times -= 1;
    if (failure.times <= 0) failures.delete(method);
    return { errorMsg: failure.errorMsg ?? `${method} failed (simulated)`, mode: failure.mode };
  };
  return {
    delay: (method, ms) => void delays.set(method, ms),
    fail: (method, failure = {}) =>
      void failures.set(method, { ...failure, times: failure.times ?? Number.POSITIVE_INFINITY }),
    never: (method) => void nevers.add(method),
    restore(method) {
      if (method === undefined) {
        delays.clear();
        failures.clear();
        nevers.clear();
        return;
      }
      delays.delete(method);
      failures.delete(method);
      nevers.delete(method);
    },
    take: (method) => ({ delay: delays.get(method) ?? 0, never: nevers.has(method), failure: take(method) }),
  };
}
