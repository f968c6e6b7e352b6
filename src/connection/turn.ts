import { ignore } from '../sdk/isolate.js';

let decided = ignore;

/** Pending while it has to be decided whose the connection is: a connect waits for it. */
export let judged: Promise<void> | undefined;

/** Judges one macrotask later: each time, since fake timers may take one with them. */
export function schedule(judge: () => void): void {
  judged ??= new Promise((resolve) => {
    decided = resolve;
  });
  setTimeout(() => {
    decided();
    judged = undefined;
    judge();
  });
}
