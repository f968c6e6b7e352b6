import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Secrets from '../../../src/connection/secrets.js';

let remember: typeof Secrets.remember;
let strike: typeof Secrets.strike;

beforeEach(async () => {
  vi.resetModules();
  ({ remember, strike } = await import('../../../src/connection/secrets.js'));
});

const R = '[redacted]';
/** As the token source answered: the nth of a page. */
const credentials = (n: number | string, token?: string) => {
  const sdkUrl = `https://tccc.qcloud.com/sdk.js?sdkAppId=1&token=query-token-${n}-of-this-page`;
  return { sdkUrl, url: new URL(sdkUrl), token };
};

describe('strike', () => {
  it('leaves a text alone before anything is known', () => {
    expect(strike('token abc')).toBe('token abc');
  });

  it('strikes out the token, everywhere in the text', () => {
    remember(credentials(1, 'first-token'));
    expect(strike('first-token, "first-token" and xfirst-tokenx')).toBe(`${R}, "${R}" and x${R}x`);
  });

  it('strikes out the URL whole', () => {
    const { sdkUrl } = credentials(1);
    remember(credentials(1));
    expect(strike(`GET ${sdkUrl} failed`)).toBe(`GET ${R} failed`);
  });

  it('strikes out the URL as the browser spells it', () => {
    const sdkUrl = 'HTTPS://TCCC.qcloud.com:443/a/../sdk.js?token=s3cret';
    remember({ sdkUrl, url: new URL(sdkUrl), token: undefined });
    expect(strike(`at https://tccc.qcloud.com/sdk.js?token=s3cret:1:1`)).toBe(`at ${R}:1:1`);
    expect(strike(sdkUrl)).toBe(R);
  });

  it('strikes out both, encoded', () => {
    const token = 'a+b/c==&d';
    const made = credentials(1, token);
    remember(made);
    expect(strike(`?t=${encodeURIComponent(token)}`)).toBe(`?t=${R}`);
    expect(strike(`?u=${encodeURIComponent(made.sdkUrl)}`)).toBe(`?u=${R}`);
  });

  it('strikes out the token in the query by itself, raw and encoded', () => {
    const sdkUrl = 'https://tccc.qcloud.com/sdk.js?userid=anna&token=a%2Bb%2Fc';
    remember({ sdkUrl, url: new URL(sdkUrl), token: undefined });
    expect(strike('raw a+b/c, encoded a%2Bb%2Fc')).toBe(`raw ${R}, encoded ${R}`);
  });

  it('takes the longest first, so that no rest of a longer one stays', () => {
    const sdkUrl = 'https://tccc.qcloud.com/sdk.js?token=abc&userid=anna';
    remember({ sdkUrl, url: new URL(sdkUrl), token: 'abc' });
    remember(credentials(2, 'abc-and-more'));
    expect(strike(`${sdkUrl} abc-and-more abc`)).toBe(`${R} ${R} ${R}`);
  });

  it('takes a secret literally, not as a pattern', () => {
    remember(credentials(1, 'a.c$&(x'));
    expect(strike('abc a.c$&(x')).toBe(`abc ${R}`);
  });

  it('needs no token', () => {
    const sdkUrl = 'https://tccc.qcloud.com/sdk.js';
    remember({ sdkUrl, url: new URL(sdkUrl), token: undefined });
    expect(strike('text without secrets')).toBe('text without secrets');
    remember({ sdkUrl, url: new URL(sdkUrl), token: '' });
    expect(strike('text without secrets')).toBe('text without secrets');
  });
});

describe('what is remembered', () => {
  it('holds over the next attempt’s token', () => {
    remember(credentials(1, 'first-token'));
    remember(credentials(2, 'second-token'));
    expect(strike('first-token second-token')).toBe(`${R} ${R}`);
  });

  it('holds for the newest and the one before, however many there were', () => {
    for (let n = 1; n <= 60; n++) remember(credentials(n, `given-token-${n}-of-this-page`));
    for (const n of [60, 59]) {
      const { sdkUrl } = credentials(n);
      const text = `${sdkUrl} query-token-${n}-of-this-page given-token-${n}-of-this-page`;
      expect(strike(text), `number ${n} of 60`).toBe(`${R} ${R} ${R}`);
    }
  });

  it('is bounded: the oldest is forgotten first', () => {
    for (let n = 1; n <= 60; n++) remember(credentials(n, `given-token-${n}-of-this-page`));
    const { sdkUrl } = credentials(1);
    expect(strike('given-token-1-of-this-page')).toBe('given-token-1-of-this-page');
    expect(strike(sdkUrl)).toBe(sdkUrl);
  });
});
