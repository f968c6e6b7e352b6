import { isTCCCError, type TCCCError, tcccError } from '../sdk/errors.js';
import { ignore, rejected } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import type { Desk } from './desk.js';

/**
 * Calls the SDK, once at a time for each action of a session (or, under `''`, of the agent): who asks again while
 * it is pending gets the same promise. Its end is known by all components, and what it failed with is kept.
 *
 * @param call Gets the SDK, and what to call once it has answered, if that is not the end of it.
 * @param reason Why it cannot be done now, in `state`.
 * @throws (by rejection) `not-ready`, `action-unavailable`, `sdk-call-failed`, `sdk-call-timeout`, `aborted`.
 */
export function perform<T>(
  desk: Desk,
  sessionId: string,
  action: string,
  call: (sdk: TCCCSdk, answered: () => void) => Promise<T>,
  reason?: string | false | null,
  state?: string | null,
): Promise<T> {
  const [mine, sdk, , { timeouts }] = desk.peek();
  const pending = mine && desk.doings(sessionId)[action]?.pending;
  if (pending && reason !== 'pending') return pending as Promise<T>;

  const details = { action, sessionId: sessionId || undefined };
  const fail = (error: TCCCError): Promise<never> => {
    // The stores may be another agent's by now, who need not know.
    if (mine && error.code !== 'aborted') {
      desk.setDoing(sessionId, action, { ...desk.doings(sessionId)[action], error });
      desk.keepError(error);
    }
    return rejected(error);
  };
  if (!mine || !sdk) {
    return fail(tcccError('not-ready', `${action} needs the SDK: wait until the status is ready.`, details));
  }
  if (reason) {
    return fail(
      tcccError(
        'action-unavailable',
        `${action} cannot be done now (${reason}). Offer it only where it is available.`,
        { ...details, state: state ?? null, reason },
      ),
    );
  }
  const { call: timeout = 15_000 } = timeouts ?? {};
  let answered = ignore;
  let stop = ignore;
  const promise = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        tcccError(
          'sdk-call-timeout',
          `${action} was not answered within ${timeout} ms. It may still happen: watch the session. Raise timeouts.call if your network is slow.`,
          { ...details, timeout },
        ),
      );
    }, timeout);
    const abort = (): void => {
      reject(tcccError('aborted', `${action} was ended with the connection.`));
    };
    answered = () => {
      clearTimeout(timer);
    };
    stop = () => {
      answered();
      desk.aborts.delete(abort);
    };
    desk.aborts.add(abort);
    call(sdk, answered).then(resolve, reject);
  }).then(
    (value) => {
      stop();
      desk.setDoing(sessionId, action);
      return value;
    },
    (cause: unknown) => {
      stop();
      desk.setDoing(sessionId, action);
      const error = (
        isTCCCError(cause) ? cause : tcccError('sdk-call-failed', `${action} failed.`, {}, cause)
      ) as TCCCError<'sdk-call-failed'>;
      Object.assign(error.details, details);
      return fail(error);
    },
  );
  promise.catch(ignore);
  desk.setDoing(sessionId, action, { pending: promise });
  return promise;
}
