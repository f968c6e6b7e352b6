import { type TCCCError, tcccError } from '../sdk/errors.js';
import { isolate } from '../sdk/isolate.js';
import type { TCCCConnectionOptions } from './options.js';
import type { TCCCActions } from './snapshot.js';
import { strike } from './secrets.js';

/** A provider, mounted or about to be. */
export interface Entry {
  /** Its newest props. */
  options: TCCCConnectionOptions;
  actions?: TCCCActions;
  /** Throws the error at its error boundary. */
  fail: (error: TCCCError) => void;
  /** The count at its mount: its place among the others. Before it: 0. */
  at: number;
  /** The count at its unmount. */
  left?: number;
}

/** The mounted providers, the first mounted first. */
export const entries: Entry[] = [];

/** Mounted, or given another agent, since the last judgement, and not disconnected since. */
export const fresh: Entry[] = [];

let latest: TCCCConnectionOptions;

/** The props that apply, also just after the last provider has gone, or before `first` is mounted. */
export const options = (first?: Entry): TCCCConnectionOptions =>
  (latest = (entries[0] ?? first)?.options ?? latest);

/** Hands a conflict to the error boundaries of all providers. */
export function conflict(error: TCCCError): void {
  for (const entry of entries) entry.fail(error);
}

/** Calls a callback of the provider whose props apply, if one is mounted. */
export function call(name: 'onReady' | 'onError' | 'onStatusChange', argument: unknown): void {
  const callback = entries[0]?.options[name] as ((argument: unknown) => unknown) | undefined;
  if (callback) isolate(callback, argument, report, name);
}

/** Logs what the app's own code threw, without secrets, and tells `onError`. */
export function report(handler: string, cause: unknown): void {
  const error = tcccError(
    'handler-failed',
    `The handler of ${handler} failed (see cause). Nothing else was affected.`,
    { handler },
    cause,
  );
  // What was thrown may be anything, also something that is no text.
  isolate(() => {
    const { stack = cause } = (cause ?? {}) as { stack?: unknown };
    console.error(strike(`${error.stack as string}\nCause: ${String(stack)}`));
  });
  if (handler !== 'onError') call('onError', error);
}
