import type { Core } from './core.js';
import { spread } from './core.js';
import type { SimulatorFailureMode, Faults } from './faults.js';
import type { SimulatorMethod } from './methods.js';
import { Refusal, type Operation } from './refusal.js';

/** What calling needs of the SDK instance that is called. */
export interface Callee {
  readonly core: Core;
  readonly faults: Faults;
  readonly ready: () => boolean;
  readonly log: (method: SimulatorMethod, args: readonly unknown[]) => void;
}

/** How data is put into a reply. */
export type Shape<T> = (data: T) => unknown;

const NOT_READY = 'The SDK is not ready.';

function failWith(mode: SimulatorFailureMode, errorMsg: string, promise: Settle): void {
  const reply = { status: 'error', errorMsg };
  if (mode === 'resolve') promise.resolve(reply);
  else promise.reject(mode === 'reject' ? reply : new Error(errorMsg));
}

interface Settle {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** Calls a method that asks the service: the operation runs, and the promise settles, some time later. */
export function callService<T>(
  { core, faults, ready, log }: Callee,
  method: SimulatorMethod,
  args: readonly unknown[],
  operation: Operation<T>,
  shape: Shape<T> = () => ({ status: 'success' }),
): Promise<unknown> {
  log(method, args);
  const { failure, delay, never } = faults.take(method);
  const { readings, latency } = core.settings();
  const mode = failure?.mode ?? readings.failure;
  const early = !ready();
  if (early && readings.callsBeforeReady === 'throw') throw new Error(NOT_READY);
  const check = (): void => {
    if (early) throw new Refusal(NOT_READY);
    if (failure) throw new Refusal(failure.errorMsg);
    operation.check();
  };
  // What can be known now is thrown now; what only turns out later still rejects.
  if (mode === 'throw') {
    try {
      check();
    } catch (error) {
      throw error instanceof Refusal ? new Error(error.message) : error;
    }
  }
  return new Promise((resolve, reject) => {
    const promise: Settle = { resolve, reject };
    if (never) return;
    core.clock.after(delay + spread(core, latency), () => {
      try {
        check();
        promise.resolve(shape(operation.run()));
      } catch (error) {
        // Anything but a refusal comes from a listener of the page, thrown out of `emit`.
        if (error instanceof Refusal) failWith(mode, error.message, promise);
        else promise.reject(error);
      }
    });
  });
}

/** Calls a method that answers at once. One that asks the service gives `early` before `ready`. */
export function callNow<T>(
  { core, faults, ready, log }: Callee,
  method: SimulatorMethod,
  args: readonly unknown[],
  run: () => T,
  early?: T,
  needsReady = true,
): T | undefined {
  log(method, args);
  const { failure, delay, never } = faults.take(method);
  if (failure) throw new Error(failure.errorMsg);
  if (never) return undefined;
  if (needsReady && !ready()) {
    if (core.settings().readings.callsBeforeReady === 'throw') throw new Error(NOT_READY);
    return early;
  }
  if (delay > 0) {
    core.clock.after(delay, run);
    return undefined;
  }
  return run();
}
