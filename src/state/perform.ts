import { type TCCCError, tcccError } from '../sdk/errors.js';
import { ignore, rejected } from '../sdk/isolate.js';
import { callSdk } from '../sdk/reply.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import type { Desk, Doing } from './desk-types.js';

type Call = (sdk: TCCCSdk, desk: Desk, timeout: number) => unknown;
type Then<T> = (desk: Desk, reply: unknown) => T | Promise<T>;

/** What comes of a call, while there is time and its connection. */
function answer<T>(desk: Desk, sdk: TCCCSdk, action: string, call: Call, then: Then<T>): Promise<T> {
  const { call: timeout = 15_000 } = desk.peek()[3].timeouts ?? {};
  let timer: ReturnType<typeof setTimeout>;
  let off = ignore;
  return new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        tcccError(
          'sdk-call-timeout',
          `${action} was not answered within ${timeout} ms. It may still happen: watch the session. Raise timeouts.call if your network is slow.`,
          { timeout },
        ),
      );
    }, timeout);
    off = desk.subscribe(() => {
      if (desk.sdk !== sdk) reject(tcccError('aborted', `${action} was ended with the connection.`));
    });
    callSdk(() => call(sdk, desk, timeout))
      .then((reply) => {
        clearTimeout(timer);
        return desk.sdk === sdk ? then(desk, reply) : undefined;
      })
      .then(resolve as () => void, reject);
  }).finally(() => {
    clearTimeout(timer);
    off();
  });
}

/**
 * Calls the SDK, once at a time for each action of a session (or, under `''`, of the agent): who asks again while
 * it is pending gets the same promise. Its end is known by all components, and what it failed with is kept.
 *
 * @param desk The stores, where they are this agent's.
 * @param call Calls the method. It has `timeouts.call` to answer.
 * @param then Gets the reply, also one that came too late, unless its connection has ended.
 * @param reason Why it cannot be done now, in `state`.
 * @throws (by rejection) `not-ready`, `action-unavailable`, `sdk-call-failed`, `sdk-call-timeout`, `aborted`.
 */
export function perform<T = void>(
  desk: Desk | undefined,
  sessionId: string,
  action: string,
  call: Call,
  then: Then<T>,
  reason?: string | false | null,
  state?: string | null,
): Promise<T> {
  const sdk = desk?.sdk;
  const ongoing = desk?.doings(sessionId)?.[action]?.pending as Promise<T> | undefined;
  if (ongoing && reason !== 'pending') return ongoing;

  let promise = ongoing;
  /** Shows how it stands, unless another has taken its place since: a new attempt's, or another status. */
  const show = (doing?: Doing): void => {
    if (desk?.doings(sessionId)?.[action]?.pending === promise) desk?.setDoing(sessionId, action, doing);
  };
  const fail = (error: TCCCError): Promise<never> => {
    Object.assign(error.details, { action, sessionId: sessionId || undefined });
    if (error.code === 'aborted') show();
    else {
      show({ pending: ongoing, error });
      desk?.setErrors((all) => [...all, error]);
    }
    return rejected(error);
  };
  if (!sdk) {
    return fail(tcccError('not-ready', `${action} needs the SDK: wait until the status is ready.`));
  }
  if (reason) {
    return fail(
      tcccError(
        'action-unavailable',
        `${action} cannot be done now (${reason}). Offer it only where it is available.`,
        { state: state ?? null, reason },
      ),
    );
  }
  let settle: (end: Promise<T>) => void = ignore;
  promise = new Promise((resolve) => {
    settle = resolve;
  });
  promise.catch(ignore);
  // Before the SDK is called: it may emit within the call, and who hears that may ask again.
  desk.setDoing(sessionId, action, { pending: promise });
  settle(
    answer(desk, sdk, action, call, then).then((value) => {
      show();
      return value;
    }, fail),
  );
  return promise;
}
