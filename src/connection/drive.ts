import { isTCCCError, type TCCCError } from '../sdk/errors.js';
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

/** Ends the last back-off at once: `true` also where it then would wait for the network. */
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
  /** The wait before the next attempt, in ms, and whether the server asked for it. */
  let delay = 0;
  let byServer = false;
  const uncut = cuts;
  const check = (): void => {
    if (uncut !== cuts) throw aborted();
  };
  /** Shows a step, unless this has been cut, be it by who is shown it. */
  const show = (parts: SnapshotParts): void => {
    check();
    publish({ attempt, lastError, ...parts });
    check();
  };

  const pause = (ms: number, event?: string): Promise<unknown> => {
    show({ status: 'fetching-token', retryAt: Date.now() + ms });
    return wait<unknown>(ms, (resolve) => {
      // The server has spread the crowd: nobody jumps its queue.
      if (!byServer) hurry = resolve;
      return event ? listen(window, event, resolve) : undefined;
    });
  };

  // What is under way does not survive the page's being left, and its failing then is no error.
  const off = listen(window, 'pagehide', () => {
    clean();
    cut();
  });
  try {
    for (;;) {
      try {
        if (lastError) {
          const hurried = await pause(delay);
          if (!byServer) {
            // For the network it waits 60 s in all.
            if (!hurried && !navigator.onLine) await pause(60_000 - delay, 'online');
            attempt++;
          }
        }
        return await attemptOnce(run, show);
      } catch (cause) {
        if (run !== pending) throw cause;
        // Cut, and still wanted: the page was left.
        if (uncut !== cuts) {
          // Out of the back/forward cache, be it days later: from the start.
          await wait(1e9, (resolve) => listen(window, 'pageshow', resolve));
          return await drive(run);
        }
        const error = (lastError = isTCCCError(cause) ? cause : sdkMissing());
        // An app's own may be frozen.
        Reflect.set(error, 'attempt', attempt);
        if (error.code !== 'login-timeout') clean();
        const { retry } = options();
        const { attempts = retry === false ? 1 : 3, baseDelay = 500 } = retry || {};
        const after = (error.retryable && error.code === 'token-http' && error.details.retryAfter) as number;
        byServer = after > 0;
        if (byServer) {
          waited += after;
          // The longest that `Retry-After` headers of one connect are obeyed, in s.
          if (waited > 600) throw error;
          delay = after * 1000 + Math.random() * Math.min(after * 200, 3000);
        } else {
          if (
            !error.retryable ||
            error.code === 'login-timeout' ||
            !(attempt < attempts) ||
            (error.code === 'token-expired' && expired++)
          ) {
            throw error;
          }
          delay = Math.min(baseDelay * 2 ** (attempt - 1), 8000) * (0.5 + Math.random() / 2);
        }
      }
    }
  } finally {
    off();
  }
}
