import { isTCCCError, type TCCCError, tcccError } from '../sdk/errors.js';
import type { TCCCErrorCode, TCCCErrorDetails } from '../sdk/error-details.js';
import { ignore } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import type { Desk, Link } from './desk.js';

/** What is done: its name, and the session, or `''` for the agent. */
export interface Deed {
  action: string;
  sessionId: string;
}

/** Details of an error that name the deed. */
const detailsOf = ({ action, sessionId }: Deed): { action: string; sessionId: string | undefined } => ({
  action,
  sessionId: sessionId || undefined,
});

/** Keeps an error where the bar of errors and the action find it, and rejects with it. */
function fail(desk: Desk, { sessionId, action }: Deed, error: TCCCError, mine = true): Promise<never> {
  // The stores are another agent's, who need not know.
  if (mine) {
    desk.setDoing(sessionId, action, { ...desk.doings(sessionId)?.[action], error });
    desk.setErrors((errors) => [...errors, error]);
  }
  const promise = Promise.reject(error);
  promise.catch(ignore);
  return promise;
}

/** Rejects, with nothing called. */
export function refuse<C extends TCCCErrorCode>(
  desk: Desk,
  deed: Deed,
  code: C,
  message: string,
  more?: object,
  mine?: boolean,
): Promise<never> {
  const details = { ...detailsOf(deed), ...more } as TCCCErrorDetails[C];
  return fail(desk, deed, tcccError(code, message, details) as TCCCError, mine);
}

/**
 * Calls the SDK, once at a time for each deed: who asks again while it is pending gets the same promise. Its
 * end is known by all components, and what it failed with is kept.
 *
 * @throws (by rejection) `not-ready`, `sdk-call-failed`, `sdk-call-timeout`, `aborted`.
 */
export function perform<T>(
  desk: Desk,
  link: Link,
  deed: Deed,
  call: (sdk: TCCCSdk) => Promise<T>,
): Promise<T> {
  const { action, sessionId } = deed;
  const [mine, sdk, , { timeouts }] = link.peek();
  const pending = mine && desk.doings(sessionId)?.[action]?.pending;
  if (pending) return pending as Promise<T>;
  if (!mine || !sdk) {
    const message = `${action} needs the SDK: wait until the status is ready.`;
    return refuse(desk, deed, 'not-ready', message, undefined, mine);
  }
  const { call: timeout = 15_000 } = timeouts ?? {};
  let stop = ignore;
  const promise = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        tcccError(
          'sdk-call-timeout',
          `${action} was not answered within ${timeout} ms. It may still happen: watch the session. Raise timeouts.call if your network is slow.`,
          { ...detailsOf(deed), timeout },
        ),
      );
    }, timeout);
    const abort = (): void => {
      reject(tcccError('aborted', `${action} was ended with the connection.`));
    };
    desk.aborts.add(abort);
    stop = () => {
      clearTimeout(timer);
      desk.aborts.delete(abort);
    };
    call(sdk).then(resolve, reject);
  });
  const settled = promise.then(
    (value) => {
      stop();
      desk.setDoing(sessionId, action);
      return value;
    },
    (cause: unknown) => {
      stop();
      desk.setDoing(sessionId, action);
      const error = isTCCCError(cause)
        ? cause
        : tcccError('sdk-call-failed', `${action} failed.`, undefined, cause);
      if (error.code === 'aborted') throw error;
      if (error.code === 'sdk-call-failed') Object.assign(error.details, detailsOf(deed));
      return fail(desk, deed, error);
    },
  );
  settled.catch(ignore);
  desk.setDoing(sessionId, action, { pending: settled });
  return settled;
}
