import { isTCCCError, type TCCCError, tcccError } from '../sdk/errors.js';
import type { TCCCConnectionOptions, TCCCFetchTokenContext } from './options.js';
import { type Credentials, malformed, readToken } from './read-token.js';
import { wait } from './wait.js';

/** What `fetchToken` gives, or the endpoint's JSON, as `parseToken` reads it. */
async function ask(
  { fetchToken: custom, requestInit, parseToken, tokenEndpoint }: TCCCConnectionOptions,
  context: TCCCFetchTokenContext,
): Promise<unknown> {
  if (custom) return custom(context);
  const init = typeof requestInit === 'function' ? await requestInit() : requestInit;
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    ...init,
    signal: context.signal,
    // Header by header.
    headers: { accept: 'application/json', ...Object.fromEntries(new Headers(init?.headers)) },
  });
  const { status, headers } = response;
  const redirected = response.redirected || response.type === 'opaqueredirect';
  const unauthorized = (): TCCCError =>
    tcccError(
      'token-unauthorized',
      `The token endpoint did not accept this user (status ${status}${redirected ? ', redirected' : ''}). Sign in again, then retry().`,
      { status },
    );
  if (!response.ok) {
    const later = /^5|408|429/.test(`${status}`);
    const header = headers.get('retry-after') as string;
    // Seconds or an HTTP date (RFC 9110, section 10.2.3). Where it asks for no wait, to come back at once would be
    // a loop without attempts.
    const seconds = +header || (Date.parse(header) - Date.now()) / 1000;
    // A log-in page may stand behind any redirect but one to a failing server.
    throw /40[13]/.test(`${status}`) ||
      (redirected && !later && !/json/i.test(`${headers.get('content-type')}`))
      ? unauthorized()
      : tcccError(
          'token-http',
          `The token endpoint answered ${status}. Look at your server's log.`,
          {
            status,
            retryAfter: later && seconds > 0 ? seconds : undefined,
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
export async function fetchToken(
  options: TCCCConnectionOptions,
  attempt: number,
  timeout: number,
): Promise<Credentials> {
  const controller = new AbortController();
  try {
    return readToken(
      await wait<unknown>(
        timeout,
        (resolve, reject) => {
          ask(options, { signal: controller.signal, attempt }).then(resolve, reject);
        },
        'token',
      ),
    );
  } catch (cause) {
    controller.abort();
    throw isTCCCError(cause)
      ? cause
      : tcccError(
          'token-network',
          'No token could be fetched (see cause). Check the network, tokenEndpoint and CORS, or fetchToken.',
          undefined,
          cause,
        );
  }
}
