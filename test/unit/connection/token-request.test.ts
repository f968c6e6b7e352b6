import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, failure, GOOD, SDK_URL, serve, type Fetch } from './endpoint.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const sent = (fetch: Fetch): { url: string | URL; init: RequestInit; headers: Record<string, string> } => {
  expect(fetch).toHaveBeenCalledTimes(1);
  const [url, init] = fetch.mock.calls[0]!;
  return { url, init, headers: Object.fromEntries(new Headers(init.headers)) };
};

describe('the token request', () => {
  it('is a POST of the same origin that accepts JSON and no cache', async () => {
    const fetch = serve();
    await ask();
    const { url, init, headers } = sent(fetch);
    expect(url).toBe('/api/token');
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', cache: 'no-store' });
    expect(headers).toEqual({ accept: 'application/json' });
    expect(init.body).toBeUndefined();
  });

  it('takes a URL as it is', async () => {
    const fetch = serve();
    const tokenEndpoint = new URL('https://api.example/token');
    await ask({ tokenEndpoint });
    expect(sent(fetch).url).toBe(tokenEndpoint);
  });

  it('has what requestInit gives over its own', async () => {
    const fetch = serve();
    await ask({ requestInit: { method: 'PUT', credentials: 'include', body: 'b', mode: 'cors' } });
    expect(sent(fetch).init).toMatchObject({
      method: 'PUT',
      credentials: 'include',
      cache: 'no-store',
      body: 'b',
      mode: 'cors',
    });
  });

  it.each<[string, HeadersInit]>([
    ['an object', { 'X-Csrf': 'c', Authorization: 'Bearer b' }],
    [
      'pairs',
      [
        ['x-csrf', 'c'],
        ['authorization', 'Bearer b'],
      ],
    ],
    ['Headers', new Headers({ 'x-csrf': 'c', authorization: 'Bearer b' })],
  ])('merges headers given as %s, header by header', async (_, headers) => {
    const fetch = serve();
    await ask({ requestInit: { headers } });
    expect(sent(fetch).headers).toEqual({
      accept: 'application/json',
      'x-csrf': 'c',
      authorization: 'Bearer b',
    });
  });

  it('lets a header replace its own, whatever the case', async () => {
    const fetch = serve();
    await ask({ requestInit: { headers: { ACCEPT: 'application/vnd.app+json' } } });
    expect(sent(fetch).headers).toEqual({ accept: 'application/vnd.app+json' });
  });

  it.each([
    ['a function', () => ({ headers: { 'x-csrf': 'c' } })],
    ['a function that promises it', () => Promise.resolve({ headers: { 'x-csrf': 'c' } })],
  ])('reads requestInit from %s, at each attempt', async (_, make) => {
    const fetch = serve();
    const requestInit = vi.fn(make);
    await ask({ requestInit });
    expect(sent(fetch).headers['x-csrf']).toBe('c');
    await ask({ requestInit });
    expect(requestInit).toHaveBeenCalledTimes(2);
  });

  it('is not made where requestInit throws', async () => {
    const fetch = serve();
    const cause = new Error('no CSRF token');
    const error = await failure(ask({ requestInit: () => Promise.reject(cause) }));
    expect(error).toMatchObject({ code: 'token-network', retryable: true });
    expect(error.cause).toBe(cause);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('resolves with what goes on the tag', async () => {
    serve();
    await expect(ask()).resolves.toMatchObject({ ...GOOD, url: new URL(SDK_URL) });
  });

  it('reads another shape by parseToken', async () => {
    serve({ body: { data: { url: SDK_URL } } });
    const parseToken = (body: unknown) => ({ sdkUrl: (body as { data: { url: string } }).data.url });
    await expect(ask({ parseToken })).resolves.toMatchObject({ sdkUrl: SDK_URL });
  });
});

describe('fetchToken', () => {
  it('is asked instead of the network, with a signal and the attempt', async () => {
    const fetch = serve();
    const fetchToken = vi.fn(() => Promise.resolve(GOOD));
    await expect(ask({ fetchToken }, { attempt: 3 })).resolves.toMatchObject(GOOD);
    expect(fetch).not.toHaveBeenCalled();
    expect(fetchToken.mock.calls).toEqual([[{ signal: expect.any(AbortSignal), attempt: 3 }]]);
  });

  it('may be synchronous in spite of its type', async () => {
    await expect(ask({ fetchToken: () => GOOD })).resolves.toMatchObject(GOOD);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('mine'))],
    [
      'throws',
      () => {
        throw new Error('mine');
      },
    ],
  ])(
    'becomes token-network where it %s something not ours, with that as the cause',
    async (_, fetchToken) => {
      const error = await failure(ask({ fetchToken }));
      expect(error).toMatchObject({ code: 'token-network', retryable: true });
      expect(error.cause).toEqual(new Error('mine'));
    },
  );

  it('decides the code itself by a TCCCError, which passes as it is', async () => {
    const { TCCCError } = await import('../../../src/sdk/errors.js');
    const own = new TCCCError({
      code: 'token-unauthorized',
      message: 'Please sign in.',
      details: { status: 401 },
    });
    expect(await failure(ask({ fetchToken: () => Promise.reject(own) }))).toBe(own);
  });

  it.each([undefined, null, {}, 'text'])('is malformed where it resolves with %j', async (body) => {
    const fetch = serve();
    const error = await failure(ask({ fetchToken: () => Promise.resolve(body) }));
    expect(error).toMatchObject({ code: 'token-malformed', details: { reason: 'no-url' } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is malformed, without a request, where it returns nothing at all', async () => {
    const fetch = serve();
    const error = await failure(ask({ fetchToken: () => undefined }));
    expect(error.code).toBe('token-malformed');
    expect(fetch).not.toHaveBeenCalled();
  });
});
