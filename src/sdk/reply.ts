import { type TCCCError, tcccError } from './errors.js';
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

/** The vendor's reply as a cause, unless it holds a secret: an Error has the script's URL in its stack. */
function withoutSecret(reply: unknown): unknown {
  try {
    // An Error shows none of its own in JSON, or what its toJSON pleases to: here all that it has.
    const text = JSON.stringify(reply, function (this: Record<string, unknown>, key, value: unknown) {
      const given = this[key];
      return given instanceof Error
        ? Object.fromEntries(
            Object.entries(Object.getOwnPropertyDescriptors(given)).map(([name, own]) => [name, own.value]),
          )
        : value;
    });
    return redact(text) === text ? reply : undefined;
  } catch {
    return undefined;
  }
}

function failure(reply: unknown): TCCCError {
  const errorMsg = redact(vendorText(reply));
  return tcccError(
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
  let reply: unknown;
  try {
    reply = await call();
  } catch (error) {
    throw failure(error);
  }
  if (typeof reply !== 'object' || reply === null) return reply as D;
  const { status, data } = reply as { status?: unknown; data?: unknown };
  if (status === 'error') throw failure(reply);
  return (data ?? reply) as D;
}
