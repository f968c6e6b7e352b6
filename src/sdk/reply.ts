import { isTCCCError, tcccError } from './errors.js';
import { redact } from './redact.js';
import type { TCCCReturn } from './vendor.js';

/** The vendor's words in a rejected or failed reply: `errorMsg`, an Error's `message`, or the value itself. */
function vendorText(reply: unknown): string {
  const { errorMsg, message } = (reply ?? {}) as {
    errorMsg?: unknown;
    message?: unknown;
  };
  const text = errorMsg ?? message;
  if (typeof text === 'string') return text;
  return typeof reply === 'string' ? reply : 'no reason given';
}

/** Whether no secret is anywhere in a value: an Error has the script's URL in its stack. */
function isClean(value: unknown): boolean {
  return value && typeof value === 'object'
    ? // Whatever it shows of itself; in some browsers the stack is not its own.
      [...Reflect.ownKeys(value), 'stack'].every((key) => isClean(key) && isClean(Reflect.get(value, key)))
    : redact(String(value)) === String(value);
}

/** The vendor's reply as a cause, unless it holds a secret, or cannot be read. */
function withoutSecret(reply: unknown): unknown {
  try {
    return isClean(reply) ? reply : undefined;
  } catch {
    return undefined;
  }
}

function refuse(reply: unknown): never {
  // Of a call within this one.
  if (isTCCCError(reply)) throw reply;
  const errorMsg = redact(vendorText(reply));
  throw tcccError(
    'sdk-call-failed',
    `The SDK refused the call: ${errorMsg}`,
    { errorMsg },
    withoutSecret(reply),
  );
}

/**
 * Calls an SDK method and reads whatever shape its reply has: a value, `{ status, data }`, a bare object, a
 * promise of any of them, a rejection with a plain object, or an exception.
 *
 * @param call Calls the method and returns its reply.
 * @returns The reply's `data`, or the reply itself where it has none.
 * @throws `sdk-call-failed`, with the vendor's own words in `details.errorMsg`.
 * @example
 * const call = await callSdk(() => sdk.Call.startOutboundCall({ phoneNumber: '10086' }));
 * save(call.sessionId);
 *
 * Source: Web SDK API, "CommonSDKResponse" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export async function callSdk<D>(call: () => TCCCReturn<D>): Promise<D> {
  const reply: unknown = await new Promise((resolve) => {
    resolve(call());
  }).catch(refuse);
  const { status, data } = (reply ?? {}) as { status?: unknown; data?: unknown };
  if (status === 'error') refuse(reply);
  return (data ?? reply) as D;
}
