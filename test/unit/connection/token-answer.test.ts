import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, failure, response, serve } from './endpoint.js';

const HTML = '<!doctype html><title>Log in</title><p>s3cret of the page</p>';
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an answer outside 2xx', () => {
  it.each([
    [400, false],
    [404, false],
    [408, true],
    [409, false],
    [410, false],
    [418, false],
    [422, false],
    [428, false],
    [429, true],
    [500, true],
    [501, true],
    [502, true],
    [503, true],
    [504, true],
    [599, true],
  ])('%i is token-http, retryable: %s', async (status, retryable) => {
    serve({ status, body: HTML });
    const error = await failure(ask());
    expect(error).toMatchObject({ code: 'token-http', retryable });
    expect(error.details).toMatchObject({ status });
    expect(error.message).toContain(String(status));
  });

  it.each([401, 403])('%i is token-unauthorized, not retryable', async (status) => {
    serve({ status, body: { error: 'who are you' }, headers: JSON_TYPE });
    expect(await failure(ask())).toMatchObject({
      code: 'token-unauthorized',
      retryable: false,
      details: { status },
    });
  });

  it.each([400, 401, 500])('%i puts no response body into the error', async (status) => {
    serve({ status, body: HTML });
    const error = await failure(ask());
    expect(error.cause).toBeUndefined();
    expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toContain('s3cret');
  });
});

describe('an answer after a redirect', () => {
  it.each([200, 400, 404])('of %i that is not JSON is token-unauthorized: a log-in page', async (status) => {
    serve({ status, body: HTML, headers: { 'content-type': 'text/html' }, redirected: true });
    expect(await failure(ask())).toMatchObject({ code: 'token-unauthorized', details: { status } });
  });

  it('that is a good token is one', async () => {
    serve({ redirected: true, headers: JSON_TYPE });
    await expect(ask()).resolves.toMatchObject({ token: 's3cret' });
  });

  it('that is JSON and no token is token-malformed', async () => {
    serve({ redirected: true, body: { ok: false }, headers: JSON_TYPE });
    expect(await failure(ask())).toMatchObject({ code: 'token-malformed' });
  });

  it.each([404, 422])('of %i with JSON is token-http', async (status) => {
    serve({ status, redirected: true, body: { error: 1 }, headers: JSON_TYPE });
    expect(await failure(ask())).toMatchObject({ code: 'token-http', retryable: false });
  });

  it.each([500, 503, 429])('to a server that fails with %i is retryable', async (status) => {
    serve({ status, redirected: true, body: HTML });
    expect(await failure(ask())).toMatchObject({ code: 'token-http', retryable: true });
  });

  it('that the browser hides is token-unauthorized', async () => {
    serve({ status: 0, type: 'opaqueredirect', body: '' });
    expect(await failure(ask({ requestInit: { redirect: 'manual' } }))).toMatchObject({
      code: 'token-unauthorized',
    });
  });
});

describe('an answer of 2xx', () => {
  it.each([
    ['HTML', { body: HTML }],
    ['nothing', { body: '' }],
    ['204', { status: 204 }],
    ['half a JSON', { body: '{"sdkUrl":"https://tccc' }],
    ['HTML that calls itself JSON', { body: HTML, headers: JSON_TYPE }],
  ])('with %s is token-malformed: not-json, quoting nothing', async (_, answer) => {
    serve(answer);
    const error = await failure(ask());
    expect(error).toMatchObject({
      code: 'token-malformed',
      retryable: false,
      details: { reason: 'not-json' },
    });
    // The parser's error quotes the body.
    expect(error.cause).toBeUndefined();
    expect(`${error.message}${error.stack}`).not.toMatch(/s3cret|doctype|tccc'/);
  });

  it.each([
    ['no URL', { token: 'a' }, 'no-url'],
    ['JSON null', null, 'no-url'],
    ['a URL that is none', { sdkUrl: '/relative' }, 'bad-url'],
  ])('with %s is token-malformed', async (_, body, reason) => {
    serve({ body });
    expect(await failure(ask())).toMatchObject({ code: 'token-malformed', details: { reason } });
  });

  it('is read as JSON whatever its content type', async () => {
    serve({ headers: { 'content-type': 'text/plain' } });
    await expect(ask()).resolves.toMatchObject({ token: 's3cret' });
  });

  it('on which parseToken throws is token-malformed, with what it threw', async () => {
    serve();
    const cause = new Error('unknown shape');
    const parseToken = (): never => {
      throw cause;
    };
    const error = await failure(ask({ parseToken }));
    expect(error).toMatchObject({ code: 'token-malformed', details: { reason: 'parse-token-threw' } });
    expect(error.cause).toBe(cause);
  });
});

describe('no answer', () => {
  it('is token-network with the browser’s error as the cause', async () => {
    const cause = new TypeError('Failed to fetch');
    serve(() => Promise.reject(cause));
    const error = await failure(ask());
    expect(error).toMatchObject({ code: 'token-network', retryable: true });
    expect(error.cause).toBe(cause);
  });

  it('is token-network too where the body breaks off', async () => {
    const broken = response({});
    const cause = new TypeError('network error');
    Object.defineProperty(broken, 'json', { value: () => Promise.reject(cause) });
    serve(() => Promise.resolve(broken));
    expect(await failure(ask())).toMatchObject({ code: 'token-network', retryable: true });
  });

  it.each(['headers', 'body', 'requestInit', 'fetchToken'])(
    'in time is token-timeout, and the request is aborted (slow %s)',
    async (slow) => {
      vi.useFakeTimers();
      const never = new Promise<never>(() => undefined);
      const slowBody = response({});
      Object.defineProperty(slowBody, 'json', { value: () => never });
      const signals: (AbortSignal | null | undefined)[] = [];
      serve(({ signal }) => {
        signals.push(signal);
        return slow === 'body' ? Promise.resolve(slowBody) : never;
      });
      const fetchToken = ({ signal }: { signal: AbortSignal }): Promise<never> => {
        signals.push(signal);
        return never;
      };
      const failed = failure(
        ask({
          ...(slow === 'requestInit' && { requestInit: () => never }),
          ...(slow === 'fetchToken' && { fetchToken }),
        }),
      );
      await vi.advanceTimersByTimeAsync(999);
      expect(signals.map((signal) => signal?.aborted)).toEqual(slow === 'requestInit' ? [] : [false]);
      await vi.advanceTimersByTimeAsync(1);
      expect(await failed).toMatchObject({
        code: 'token-timeout',
        retryable: true,
        details: { timeout: 1000 },
      });
      expect(signals.every((signal) => signal?.aborted)).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('leaves the signal alone once the answer is there', async () => {
    const fetch = serve();
    await ask();
    expect(fetch.mock.calls[0]![1].signal?.aborted).toBe(false);
  });
});
