import { ignore } from '../sdk/isolate.js';
import type { TCCCError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';

/** One `connect()`, from its call to its end, over all its attempts. */
export interface Run {
  promise: Promise<TCCCSdk>;
  reject: (error: TCCCError) => void;
}

/** The connect under way, or waiting for its turn. */
export let pending: Run | undefined;

/** This connect has ended. */
export function settle(run: Run): void {
  if (run === pending) pending = undefined;
}

export function createRun(begin: (run: Run) => Promise<TCCCSdk>): Run {
  const run = {} as Run;
  run.promise = new Promise((resolve, reject) => {
    run.reject = reject;
    // A microtask later, when `run` is known.
    Promise.resolve(run).then(begin).then(resolve, reject);
  });
  // The status tells it too: a promise that nobody awaits must not become an unhandled rejection.
  run.promise.catch(ignore);
  return run;
}

/** The connect under way, or a new one. */
export function join(begin: (run: Run) => Promise<TCCCSdk>): Run {
  return (pending ??= createRun(begin));
}
