import { isTCCCError, type TCCCError, tcccError } from '../sdk/errors.js';
import type { TCCCConnectionOptions } from './options.js';
import { type Credentials, malformed, readToken } from './read-token.js';
import { wait } from './wait.js';

/**
 * What a `Retry-After` header asks for, in s: seconds or an HTTP date. `undefined` where it asks for no wait,
 * since to come back at once would be a loop without attempts.
 *
 * Source: RFC 9110, section 10.2.3.
 */
function readRetryAfter(header: string): number | undefined {
  const seconds = isNaN(+header) ? (Date.parse(header) - Date.now()) / 1000 : +header;
  return seconds > 0 ? seconds : undefined;
}

/** The endpoint's JSON, as `parseToken` reads it. */
async function ask(
  { requestInit, parseToken, tokenEndpoint }: TCCCConnectionOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const init = typeof requestInit === 'function' ? await requestInit() : requestInit;
  const response = await fetch(tokenEndpoint as string | URL, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    ...init,
    signal,
    // Header by header.
    headers: { accept: 'application/json', ...Object.fromEntries(new Headers(init?.headers)) },
  });
  const { ok, status, type, headers } = response;
  const redirected = response.redirected || type === 'opaqueredirect';
  const unauthorized = (): TCCCError =>
    tcccError(
      'token-unauthorized',
      `The token endpoint did not accept this user (status ${status}${redirected ? ', redirected' : ''}). Sign in again, then retry().`,
      { status },
    );
  if (!ok) {
    const later = /^5|408|429/.test(`${status}`);
    // A log-in page may stand behind any redirect but one to a failing server.
    throw /40[13]/.test(`${status}`) ||
      (redirected && !later && !/json/i.test(`${headers.get('content-type')}`))
      ? unauthorized()
      : tcccError(
          'token-http',
          `The token endpoint answered ${status}. Look at your server's log.`,
          {
            status,
            retryAfter: later ? readRetryAfter(headers.get('retry-after') ?? '') : undefined,
          },
          undefined,
          later,
        );
  }
  const body = (await response.json().catch((error: unknown) => {
    // No cause: the parser quotes the body.
    throw !(error instanceof SyntaxError) ? error : redirected ? unauthorized() : malformed('not-json');
  })) as unknown;
  try {
    return parseToken ? parseToken(body) : body;
  } catch (cause) {
    throw malformed('parse-token-threw', cause);
  }
}

/**
 * One answer of the token source.
 *
 * @throws `token-network`, `token-timeout`, `token-http`, `token-unauthorized`, `token-malformed`, or the
 * `TCCCError` that `fetchToken` threw.
 */
export function fetchToken(
  options: TCCCConnectionOptions,
  attempt: number,
  timeout: number,
): Promise<Credentials> {
  const controller = new AbortController();
  const { signal } = controller;
  return wait<Credentials>(
    timeout,
    (resolve, reject) => {
      let done = false;
      const run = async (): Promise<void> => {
        const body = await (options.fetchToken
          ? options.fetchToken({ signal, attempt })
          : ask(options, signal));
        resolve(readToken(body));
        done = true;
      };
      run().catch((cause: unknown) => {
        reject(
          isTCCCError(cause)
            ? cause
            : tcccError(
                'token-network',
                'No token could be fetched (see cause). Check the network, tokenEndpoint and CORS, or fetchToken.',
                undefined,
                cause,
              ),
        );
      });
      return () => {
        if (!done) controller.abort();
      };
    },
    'token',
  );
}
