import { tcccError } from '../sdk/errors.js';
import { ignore } from '../sdk/isolate.js';

/** Begins a wait. `reject` may come at any time later; returns the clean-up, if there is any. */
export type Start<T> = (
  resolve: (value: T | PromiseLike<T>) => void,
  reject: (error?: unknown) => void,
) => (() => void) | void;

let rejectNow: (error?: unknown) => void = ignore;

/** How often a wait has been cut: who finds another number than at his start is no longer wanted. */
export let cuts = 0;

/** Cuts short the wait under way. There is one at a time. */
export function cut(): void {
  cuts++;
  rejectNow();
}

/**
 * Waits for what `start` begins, for at most `ms`; however it ends, timer and clean-up end with it.
 *
 * @param step The step that fails if it takes too long. Without one, the wait then just ends.
 */
export function wait<T = void>(ms: number, start: Start<T>, step?: 'token' | 'script' | 'login'): Promise<T> {
  let stop: (() => void) | void;
  let timer: ReturnType<typeof setTimeout>;
  return new Promise<T>((resolve, reject) => {
    rejectNow = reject;
    timer = setTimeout(() => {
      if (step) {
        reject(
          tcccError(
            `${step}-timeout`,
            `The ${step} took longer than ${ms} ms. Check the network and your server, or raise timeouts.${step}.`,
            { timeout: ms },
          ),
        );
      } else (resolve as () => void)();
    }, ms);
    stop = start(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    stop?.();
  });
}

/** Listens until the returned function is called. */
export function listen(target: EventTarget, name: string, listener: (event: never) => void): () => void {
  target.addEventListener(name, listener as EventListener);
  return () => {
    target.removeEventListener(name, listener as EventListener);
  };
}
