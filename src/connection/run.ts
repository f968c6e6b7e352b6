import { ignore } from '../sdk/isolate.js';
import type { TCCCError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import type { TCCCConnectionOptions } from './options.js';

/** One `connect()`, from its call to its end, over all its attempts. */
export interface Run {
  agentKey: TCCCConnectionOptions['agentKey'];
  promise: Promise<TCCCSdk>;
  reject: (error: TCCCError) => void;
}

/** The connect under way, or waiting for its turn. */
export let pending: Run | undefined;

/** This connect has ended. */
export function settle(run: Run): void {
  if (run === pending) pending = undefined;
}

/** The promise of the connect under way, or of a new one. */
export function join(
  begin: (run: Run) => Promise<TCCCSdk>,
  agentKey: TCCCConnectionOptions['agentKey'],
): Promise<TCCCSdk> {
  if (!pending) {
    const run = (pending = { agentKey } as Run);
    run.promise = new Promise((resolve, reject) => {
      run.reject = reject;
      // A microtask later, when `run` is known.
      Promise.resolve(run).then(begin).then(resolve, reject);
    });
    // The status tells it too: a promise that nobody awaits must not become an unhandled rejection.
    run.promise.catch(ignore);
  }
  return pending.promise;
}
