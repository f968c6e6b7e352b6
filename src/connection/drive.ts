import { isTCCCError, type TCCCError } from '../sdk/errors.js';
import { ignore } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { aborted } from './aborted.js';
import { attemptOnce } from './attempt.js';
import { options } from './callbacks.js';
import { clean } from './in-page.js';
import { pending, type Run } from './run.js';
import { sdkMissing } from './sdk-missing.js';
import type { SnapshotParts } from './snapshot.js';
import { publish } from './store.js';
import { cut, cuts, listen, wait } from './wait.js';

/** Ends a back-off at once: `true` also where it then would wait for the network. */
export let hurry: ((now: true) => void) | undefined;

/**
 * Attempts and waits of one connect.
 *
 * @throws what the last attempt failed with.
 */
export async function drive(run: Run): Promise<TCCCSdk> {
  let attempt = 1;
  let lastError: TCCCError | null = null;
  let waited = 0;
  let expired = 0;
  let hidden = 0;
  const uncut = cuts;
  const check = (): void => {
    if (uncut !== cuts) throw aborted();
  };
  /** Shows a step, unless this has been cut, be it by who is shown it. */
  const show = (parts: SnapshotParts): void => {
    check();
    publish(parts);
    check();
  };

  const pause = (ms: number, byServer?: boolean, event?: string): Promise<unknown> => {
    show({
      status: 'fetching-token',
      attempt,
      lastError,
      retryAt: Date.now() + ms,
    });
    return wait<unknown>(ms, (resolve) => {
      // The server has spread the crowd: nobody jumps its queue.
      if (!byServer) hurry = resolve;
      const off = event ? listen(window, event, resolve) : ignore;
      return () => {
        hurry = undefined;
        off();
      };
    });
  };

  // What is under way does not survive the page's being left, and its failing then is no error.
  const off = listen(window, 'pagehide', () => {
    hidden = 1;
    clean();
    cut();
  });
  let before: (() => Promise<unknown>) | undefined;
  try {
    for (;;) {
      try {
        await before?.();
        before = undefined;
        return await attemptOnce(run, show, options(), attempt, lastError);
      } catch (cause) {
        if (run !== pending) throw cause;
        if (hidden) {
          // Out of the back/forward cache, be it days later: from the start.
          await wait(1e9, (resolve) => listen(window, 'pageshow', resolve));
          return await drive(run);
        }
        const error = isTCCCError(cause) ? cause : sdkMissing();
        lastError = error;
        // An app's own may be frozen.
        Reflect.set(error, 'attempt', attempt);
        if (error.code !== 'login-timeout') clean();
        const { retry } = options();
        const { attempts = retry === false ? 1 : 3, baseDelay = 500 } = retry || {};
        const after = (error.retryable && error.code === 'token-http' && error.details.retryAfter) as number;
        if (after > 0) {
          waited += after;
          // The longest that `Retry-After` headers of one connect are obeyed, in s.
          if (waited > 600) throw error;
          before = () => pause(after * 1000 + Math.random() * Math.min(after * 200, 3000), true);
        } else {
          if (
            !error.retryable ||
            error.code === 'login-timeout' ||
            !(attempt < attempts) ||
            (error.code === 'token-expired' && expired++)
          ) {
            throw error;
          }
          const delay = Math.min(baseDelay * 2 ** (attempt - 1), 8000) * (0.5 + Math.random() / 2);
          before = async () => {
            // For the network it waits 60 s in all.
            if (!(await pause(delay)) && !navigator.onLine) await pause(60_000 - delay, false, 'online');
            attempt++;
          };
        }
      }
    }
  } finally {
    off();
  }
}
