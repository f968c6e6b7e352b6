import { isTCCCError, type TCCCError, tcccError } from '../sdk/errors.js';
import type { TCCCConnectionOptions } from './options.js';
import { type Credentials, readToken } from './read-token.js';
import type { Wait } from './wait.js';

/**
 * What a `Retry-After` header asks for, in s: seconds or an HTTP date. `undefined` where it asks for no wait,
 * since to come back at once would be a loop without attempts.
 *
 * Source: RFC 9110, section 10.2.3.
 */
function readRetryAfter({ headers }: Response): number | undefined {
  const header = headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(header) ? +header : (Date.parse(header) - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}

/** The endpoint's JSON, as `parseToken` reads it. */
async function request(
  { requestInit, parseToken, tokenEndpoint }: TCCCConnectionOptions,
  controller: AbortController,
): Promise<unknown> {
  const { headers, ...init } = (typeof requestInit === 'function' ? await requestInit() : requestInit) ?? {};
  const merged = new Headers({ accept: 'application/json' });
  new Headers(headers).forEach((value, name) => {
    merged.set(name, value);
  });
  init.signal?.addEventListener('abort', () => {
    controller.abort();
  });
  const response = await fetch(tokenEndpoint as string | URL, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    ...init,
    signal: controller.signal,
    headers: merged,
  });
  const { ok, status } = response;
  const redirected = response.redirected || response.type === 'opaqueredirect';
  const unauthorized = (): TCCCError =>
    tcccError(
      'token-unauthorized',
      `The token endpoint did not accept this user (${redirected ? 'redirected, ' : ''}status ${status}). Sign in again, then call retry().`,
      { status },
    );
  if (!ok) {
    const later = status >= 500 || status === 408 || status === 429;
    const json = /\bjson\b/i.test(response.headers.get('content-type') ?? '');
    // A log-in page may stand behind any redirect but one to a failing server.
    if (status === 401 || status === 403 || (redirected && !json && !later)) throw unauthorized();
    throw tcccError(
      'token-http',
      `The token endpoint answered ${status}. Look at your server's log for this request.`,
      { status, retryAfter: later ? readRetryAfter(response) : undefined },
      undefined,
      later,
    );
  }
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // No cause: the parser quotes the body.
    throw redirected
      ? unauthorized()
      : tcccError('token-malformed', 'The token endpoint answered something that is not JSON.', {
          reason: 'not-json',
        });
  }
  try {
    return parseToken ? parseToken(body) : body;
  } catch (cause) {
    throw tcccError(
      'token-malformed',
      'parseToken threw on the token response (see cause).',
      { reason: 'parse-token-threw' },
      cause,
    );
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
  wait: Wait,
  timeout: number,
): Promise<Credentials> {
  const controller = new AbortController();
  const { signal } = controller;
  return wait<Credentials>(
    timeout,
    (resolve, reject) => {
      let done = false;
      const ask = async (): Promise<void> => {
        const body = await (options.fetchToken?.({ signal, attempt }) ?? request(options, controller));
        const credentials = readToken(body);
        done = true;
        resolve(credentials);
      };
      ask().catch((cause: unknown) => {
        reject(
          isTCCCError(cause)
            ? cause
            : tcccError(
                'token-network',
                options.fetchToken
                  ? 'fetchToken failed (see cause).'
                  : 'The token endpoint could not be reached. Check the network, the address and CORS.',
                undefined,
                cause,
              ),
        );
      });
      return () => {
        if (!done) controller.abort();
      };
    },
    () =>
      tcccError(
        'token-timeout',
        `No whole token response within ${timeout} ms. Look at the endpoint, or raise timeouts.token.`,
        { timeout },
      ),
  );
}
