import { expect, vi, type Mock } from 'vitest';
import { fetchToken } from '../../../src/connection/fetch-token.js';
import type { TCCCConnectionOptions } from '../../../src/connection/options.js';
import { isTCCCError, type TCCCError } from '../../../src/sdk/errors.js';

export const SDK_URL = 'https://tccc.qcloud.com/sdk.js?sdkAppId=1&token=s3cret';
export const GOOD = { sdkUrl: SDK_URL, token: 's3cret', sdkAppId: 1, userId: 'anna' };

/** What the server answers; `url` is where redirects led. */
export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  redirected?: boolean;
  type?: ResponseType;
}

/** A response as a browser would have it: a text for a body is no JSON. */
export function response({ status = 200, body = GOOD, headers, redirected = false, type }: Answer): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const real = new Response(status === 204 ? null : text, { status: status || 200, headers: headers ?? {} });
  const seen = { redirected, ...(type && { type }), ...(status === 0 && { status, ok: false }) };
  Object.entries(seen).forEach(([key, value]) => {
    Object.defineProperty(real, key, { value });
  });
  return real;
}

export type Fetch = Mock<(input: string | URL, init: RequestInit) => Promise<Response>>;

/** Puts a server in the place of the network: `vi.unstubAllGlobals` removes it. */
export function serve(answer: Answer | ((init: RequestInit) => Promise<Response>) = {}): Fetch {
  const fetch: Fetch = vi.fn((_, init) =>
    typeof answer === 'function' ? answer(init) : Promise.resolve(response(answer)),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

/** Asks for a token as a provider with these props would. */
export function ask(
  options: Partial<Omit<TCCCConnectionOptions, 'fetchToken' | 'tokenEndpoint'>> & {
    tokenEndpoint?: string | URL;
    fetchToken?: unknown;
  } = {},
  { attempt = 1, timeout = 1000 } = {},
): ReturnType<typeof fetchToken> {
  const source = options.fetchToken ? {} : { tokenEndpoint: '/api/token' };
  return fetchToken({ ...source, ...options } as TCCCConnectionOptions, attempt, timeout);
}

/** What `promise` rejects with; fails where that is no `TCCCError`, or it resolves. */
export async function failure(promise: Promise<unknown>): Promise<TCCCError> {
  const error: unknown = await promise.then(
    () => expect.fail('resolved'),
    (reason: unknown) => reason,
  );
  if (isTCCCError(error)) return error;
  throw error;
}
