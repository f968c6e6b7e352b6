import { describe, expect, it } from 'vitest';
import { checkHost, DEFAULT_ALLOWED_SDK_HOSTS } from '../../../src/connection/sdk-url.js';
import { isTCCCError } from '../../../src/sdk/errors.js';

/** The host that may be requested, or the reason why it may not. */
function judge(url: string, allowed: readonly string[] = DEFAULT_ALLOWED_SDK_HOSTS): string {
  try {
    return checkHost(new URL(url), allowed);
  } catch (error) {
    if (isTCCCError(error) && error.code === 'sdk-url-blocked') return `blocked: ${error.details.reason}`;
    throw error;
  }
}

const PATH = '/login/sdk.js?sdkAppId=1&token=s3cret';
const HOST = 'blocked: host';
const PROTOCOL = 'blocked: protocol';
const USER_INFO = 'blocked: user-info';

describe('the default list', () => {
  it('is what the documents promise', () => {
    expect(DEFAULT_ALLOWED_SDK_HOSTS).toEqual([
      'tccc.qcloud.com',
      '*.tccc.qcloud.com',
      'connect.tencentcloud.com',
      '*.connect.tencentcloud.com',
    ]);
  });

  it.each([
    ['tccc.qcloud.com', 'tccc.qcloud.com'],
    ['one label below', 'a.tccc.qcloud.com'],
    ['any depth below', 'a.b.c.d.tccc.qcloud.com'],
    ['the international host', 'connect.tencentcloud.com'],
    ['below the international host', 'sg.connect.tencentcloud.com'],
  ])('allows %s', (_, host) => {
    expect(judge(`https://${host}${PATH}`)).toBe(host);
  });

  it.each([
    ['the parent domain', 'qcloud.com'],
    ['a neighbour', 'cdn.qcloud.com'],
    ['a host that only ends alike', 'evil-tccc.qcloud.com'],
    ['a host that only begins alike', 'tccc.qcloud.com.evil.example'],
    ['the old shared CDN', 'tccc.cdn-go.cn'],
    ['a host one letter short', 'tcc.qcloud.com'],
    ['a host with a trailing dot', 'tccc.qcloud.com.'],
    ['localhost', 'localhost'],
    ['an address', '10.0.0.1'],
  ])('blocks %s', (_, host) => {
    expect(judge(`https://${host}${PATH}`)).toBe(HOST);
  });
});

describe('a list entry matches', () => {
  it.each<[what: string, url: string, entries: string[], outcome: string]>([
    ['its host', 'https://sdk.example/x.js', ['sdk.example'], 'sdk.example'],
    ['not a host below it', 'https://a.sdk.example/x.js', ['sdk.example'], HOST],
    ['with a wildcard, a host below it', 'https://a.sdk.example/x.js', ['*.sdk.example'], 'a.sdk.example'],
    ['with a wildcard, not the host itself', 'https://sdk.example/x.js', ['*.sdk.example'], HOST],
    ['with a wildcard, not a longer name', 'https://notsdk.example/x.js', ['*.sdk.example'], HOST],
    ['not by a wildcard within', 'https://a.sdk.example/x.js', ['a.*.example'], HOST],
    ['not by a lone wildcard', 'https://a.sdk.example/x.js', ['*'], HOST],
    ['not where the wildcard has no dot', 'https://a.sdk.example/x.js', ['*sdk.example'], HOST],
    ['not where it is empty', 'https://sdk.example/x.js', [''], HOST],
    ['nothing where the list is empty', 'https://tccc.qcloud.com/x.js', [], HOST],
    ['as one of several', 'https://b.example/x.js', ['a.example', 'b.example'], 'b.example'],
    ['whatever the URL’s case', 'https://SDK.Example/x.js', ['sdk.example'], 'sdk.example'],
    ['whatever its own case', 'https://a.sdk.example/x.js', ['*.SDK.Example'], 'a.sdk.example'],
    ['whatever the port', 'https://sdk.example:8443/x.js', ['sdk.example'], 'sdk.example'],
    ['not by its path', 'https://evil.example/sdk.example/x.js', ['sdk.example'], HOST],
    ['not by its query', 'https://evil.example/x.js?h=sdk.example', ['sdk.example'], HOST],
    ['not by its fragment', 'https://evil.example/x.js#.sdk.example', ['*.sdk.example'], HOST],
    ['not by a backslash', 'https://evil.example\\.sdk.example/x.js', ['*.sdk.example'], HOST],
    [
      'punycode by punycode',
      'https://bücher.example/x.js',
      ['xn--bcher-kva.example'],
      'xn--bcher-kva.example',
    ],
    ['not a look-alike letter', 'https://tccc.qclоud.com/x.js', ['tccc.qcloud.com'], HOST],
    ['full-width letters as what they are', 'https://ｓｄｋ.example/x.js', ['sdk.example'], 'sdk.example'],
    ['an IPv6 host in brackets', 'https://[2001:db8::1]/x.js', ['[2001:db8::1]'], '[2001:db8::1]'],
    ['not another IPv6 host', 'https://[2001:db8::2]/x.js', ['[2001:db8::1]'], HOST],
    ['an address written otherwise', 'https://0x7f.1/x.js', ['127.0.0.1'], '127.0.0.1'],
  ])('%s', (_, url, entries, outcome) => {
    expect(judge(url, entries)).toBe(outcome);
  });
});

describe('the protocol', () => {
  const LISTED = ['localhost', '127.0.0.1', '[::1]', 'app.localhost', 'sdk.example'];

  it.each(['localhost', '127.0.0.1', '[::1]', 'app.localhost'])('may be http: for %s if listed', (host) => {
    expect(judge(`http://${host}:5173/sdk.js`, LISTED)).toBe(host);
    expect(judge(`https://${host}:5173/sdk.js`, LISTED)).toBe(host);
  });

  it.each(['localhost', '127.0.0.1', '[::1]', 'app.localhost', '127.8.8.8'])(
    'may not be http: for %s if not listed',
    (host) => {
      expect(judge(`http://${host}:5173/sdk.js`)).toMatch(/^blocked/);
    },
  );

  it.each([
    ['http: of a listed host', 'http://sdk.example/x.js'],
    ['http: of the vendor', 'http://tccc.qcloud.com/x.js'],
    ['http: of a host that begins with localhost', 'http://localhost.example/x.js'],
    ['http: of a host that begins with 127', 'http://127.0.0.1.example/x.js'],
    ['http: of any address', 'http://0.0.0.0/x.js'],
    ['data:', 'data:text/javascript,alert(1)'],
    ['javascript:', 'javascript:alert(1)'],
    ['blob:', 'blob:https://tccc.qcloud.com/0b1c'],
    ['file:', 'file:///tccc.qcloud.com/x.js'],
    ['ftp:', 'ftp://tccc.qcloud.com/x.js'],
    ['wss:', 'wss://tccc.qcloud.com/x.js'],
    ['a scheme of its own', 'tccc://tccc.qcloud.com/x.js'],
    ['about:', 'about:blank'],
  ])('may not be %s', (_, url) => {
    const everything = [...DEFAULT_ALLOWED_SDK_HOSTS, ...LISTED, '', 'localhost.example', '0.0.0.0'];
    expect(judge(url, everything)).toBe(PROTOCOL);
  });
});

describe('user info', () => {
  it.each([
    'https://user@tccc.qcloud.com/x.js',
    'https://user:pass@tccc.qcloud.com/x.js',
    'https://:pass@tccc.qcloud.com/x.js',
  ])('is blocked: %s', (url) => {
    expect(judge(url)).toBe(USER_INFO);
  });

  it('does not pass a foreign host off as an allowed one', () => {
    expect(judge('https://tccc.qcloud.com@evil.example/x.js')).toMatch(/^blocked/);
    expect(judge('https://tccc.qcloud.com:443@evil.example/x.js')).toMatch(/^blocked/);
  });
});

describe('sdk-url-blocked', () => {
  const blocked = (url: string, entries: string[] = []) => {
    try {
      return expect.fail(`allowed ${checkHost(new URL(url), entries)}`);
    } catch (error) {
      if (!isTCCCError(error) || error.code !== 'sdk-url-blocked') throw error;
      return error;
    }
  };

  it('names the host and the line to add, and never the URL', () => {
    const { message, details, stack, retryable } = blocked(`https://SDK.example${PATH}`);
    expect(message).toContain("allowedSdkHosts={[...DEFAULT_ALLOWED_SDK_HOSTS, 'sdk.example']}");
    expect(details).toEqual({ host: 'sdk.example', reason: 'host' });
    expect(`${message}${stack}${JSON.stringify(details)}`).not.toMatch(/s3cret|sdk\.js/);
    expect(retryable).toBe(false);
  });

  it('keeps user name and password out of its text', () => {
    const { message, stack } = blocked('https://anna:hunter2@sdk.example/x.js', ['sdk.example']);
    expect(`${message}${stack}`).not.toMatch(/anna|hunter2/);
  });

  it('keeps the body of a data: URL out of its text', () => {
    const { message, details } = blocked('data:text/javascript,s3cret()');
    expect(`${message}${JSON.stringify(details)}`).not.toContain('s3cret');
  });
});
