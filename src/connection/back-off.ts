import type { TCCCError } from '../sdk/errors.js';
import type { TCCCConnectionOptions } from './options.js';

/** The longest that `Retry-After` headers of one connect are obeyed, in s. */
const PATIENCE = 600;

/** What is to be done after a failed attempt. */
export interface NextTry {
  /** The wait, in ms. */
  delay: number;
  /** The server named the time: it has spread the crowd, and nobody jumps its queue. */
  byServer: boolean;
}

/** Decides, over the attempts of one connect, whether and when there is another. */
export function createBackOff(): (
  error: TCCCError,
  attempt: number,
  retry: TCCCConnectionOptions['retry'],
) => NextTry | undefined {
  let waited = 0;
  let expired = 0;
  return (error, attempt, retry) => {
    const after = error.code === 'token-http' && error.details.retryAfter;
    if (after) {
      waited += after;
      const delay = after * 1000 + Math.random() * Math.min(after * 200, 3000);
      return waited > PATIENCE ? undefined : { delay, byServer: true };
    }
    const { attempts = 3, baseDelay = 500 } = retry === false ? { attempts: 1 } : (retry ?? {});
    if (
      !error.retryable ||
      error.code === 'login-timeout' ||
      attempt >= attempts ||
      (error.code === 'token-expired' && expired++)
    ) {
      return undefined;
    }
    const delay = Math.min(baseDelay * 2 ** (attempt - 1), 8000) * (0.5 + Math.random() / 2);
    return { delay, byServer: false };
  };
}
