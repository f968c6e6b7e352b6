import { describe, expect, it } from 'vitest';
import { malformed, readToken } from '../../../src/connection/read-token.js';
import { isTCCCError } from '../../../src/sdk/errors.js';

const URL_TEXT = 'https://tccc.qcloud.com/sdk.js?sdkAppId=1400000000&userid=anna&token=abc';

/** Why a body is unusable. */
function fault(body: unknown): string {
  try {
    readToken(body);
  } catch (error) {
    if (isTCCCError(error) && error.code === 'token-malformed') return error.details.reason;
    throw error;
  }
  return 'usable';
}

describe('readToken', () => {
  it('reads our spelling', () => {
    const body = { sdkUrl: URL_TEXT, token: 'abc', sdkAppId: 1400000000, userId: 'anna', expiredTime: 1 };
    const { url, ...rest } = readToken(body);
    expect(url.href).toBe(URL_TEXT);
    expect(rest).toEqual({ sdkUrl: URL_TEXT, token: 'abc', sdkAppId: 1400000000, userId: 'anna' });
  });

  it('reads the cloud API’s spelling', () => {
    expect(readToken({ SdkURL: URL_TEXT, Token: 'abc', ExpiredTime: 1 })).toMatchObject({
      sdkUrl: URL_TEXT,
      token: 'abc',
      sdkAppId: undefined,
      userId: undefined,
    });
  });

  it.each([
    ['our URL alone', { sdkUrl: URL_TEXT }],
    ['the cloud’s URL alone', { SdkURL: URL_TEXT }],
    ['fields that it does not know', { sdkUrl: URL_TEXT, requestId: 'r-1' }],
  ])('needs no more than %s', (_, body) => {
    expect(readToken(body)).toMatchObject({ sdkUrl: URL_TEXT, token: undefined });
  });

  it('prefers our spelling where both are given', () => {
    const body = { sdkUrl: URL_TEXT, SdkURL: 'https://other.example/', token: 'a', Token: 'b' };
    expect(readToken(body)).toMatchObject({ sdkUrl: URL_TEXT, token: 'a' });
  });

  it('mixes them where a backend does', () => {
    expect(readToken({ sdkUrl: URL_TEXT, Token: 'b', userId: 'anna' })).toMatchObject({
      sdkUrl: URL_TEXT,
      token: 'b',
      userId: 'anna',
    });
  });

  it('takes null for not given', () => {
    expect(readToken({ sdkUrl: null, SdkURL: URL_TEXT, token: null, Token: 'b' })).toMatchObject({
      sdkUrl: URL_TEXT,
      token: 'b',
    });
  });

  it('keeps the text of the URL as the cloud gave it', () => {
    const odd = 'HTTPS://TCCC.qcloud.com:443/a/../sdk.js?token=a%2fb';
    const { sdkUrl, url } = readToken({ sdkUrl: odd });
    expect(sdkUrl).toBe(odd);
    expect(url.hostname).toBe('tccc.qcloud.com');
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a list', []],
    ['a text', URL_TEXT],
    ['a number', 7],
    ['false', false],
    ['an empty URL', { sdkUrl: '' }],
    ['the URL one level too deep', { data: { sdkUrl: URL_TEXT } }],
    ['the URL under another name', { sdkURL: URL_TEXT, SdkUrl: URL_TEXT }],
    ['a token without a URL', { token: 'abc', sdkAppId: 1 }],
  ])('finds no URL in %s', (_, body) => {
    expect(fault(body)).toBe('no-url');
  });

  it.each([
    ['a relative URL', '/sdk.js'],
    ['a bare host', 'tccc.qcloud.com/sdk.js'],
    ['words', 'no url at all'],
    ['a broken host', 'https://[::1/sdk.js'],
    ['an object', {}],
    ['a number', 7],
  ])('does not take %s for a URL', (_, sdkUrl) => {
    expect(fault({ sdkUrl })).toBe('bad-url');
  });
});

describe('token-malformed', () => {
  it.each(['no-url', 'bad-url', 'not-json', 'parse-token-threw'] as const)(
    'says in words what to answer (%s)',
    (reason) => {
      const error = malformed(reason);
      expect(error).toMatchObject({ code: 'token-malformed', retryable: false, details: { reason } });
      expect(error.message).toContain('CreateSDKLoginToken');
      expect(error.cause).toBeUndefined();
    },
  );

  it('quotes nothing of the response', () => {
    expect.assertions(2);
    try {
      readToken({ sdkUrl: 'not a url, s3cret' });
    } catch (error) {
      expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('s3cret');
      // `new URL` quotes its input in the error it throws.
      expect((error as Error).cause).toBeUndefined();
    }
  });
});
