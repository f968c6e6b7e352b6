import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_ALLOWED_SDK_HOSTS } from '../../src/index.js';
import { openDesk } from './support/desk.js';
import { eventually } from './support/mount.js';

/** Path and query of every address here: neither may show anywhere. */
const PATH = '/path-secret/sdk.js?token=query-secret';

beforeAll(() => {
  // What is allowed ends at this page's own policy: no test here asks another host for anything.
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `script-src ${location.origin}/ 'unsafe-inline' 'unsafe-eval'`;
  document.head.append(meta);
});

async function outcome(sdkUrl: string, allowedSdkHosts?: readonly string[]) {
  let tags = 0;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      tags += [...addedNodes].filter((node) => node instanceof HTMLScriptElement).length;
    }
  });
  observer.observe(document.body, { childList: true });
  const fetchToken = async (): Promise<object> => ({ sdkUrl });
  const desk = openDesk({ props: { fetchToken, allowedSdkHosts, retry: false } });
  const error = await desk.failure();
  await eventually(() => expect(desk.state().status).toBe('error'));
  observer.disconnect();
  return { error, tags };
}

const list = (...rows: [origin: string, hosts?: readonly string[]][]) =>
  rows.map(([origin, hosts]) => ({
    origin,
    hosts,
    by: hosts ? `[${hosts.join(', ')}]` : 'the default list',
  }));

describe.each(
  list(
    ['https://tccc.qcloud.com'],
    ['https://TCCC.QCloud.Com'],
    ['https://tccc.qcloud.com:8443'],
    ['https://a.tccc.qcloud.com'],
    ['https://a.b.c.tccc.qcloud.com'],
    ['https://connect.tencentcloud.com'],
    ['https://x.connect.tencentcloud.com'],
    ['https://sdk.example.com', ['SDK.Example.COM']],
    ['https://1-2.cdn-go.cn', [...DEFAULT_ALLOWED_SDK_HOSTS, '*.cdn-go.cn']],
    ['http://localhost:1', ['localhost']],
    ['http://127.0.0.1:1', ['127.0.0.1']],
    ['http://[::1]:1', ['[::1]']],
  ),
)('$origin by $by', ({ origin, hosts }) => {
  it('is allowed: a tag is made', async () => {
    const { error, tags } = await outcome(origin + PATH, hosts);
    expect(error.code).toBe('script-load-failed');
    expect(tags).toBe(1);
  });
});

describe.each(
  list(
    ['https://qcloud.com'],
    ['https://eviltccc.qcloud.com'],
    ['https://tccc.qcloud.com.evil.example'],
    ['https://evil.example/tccc.qcloud.com'],
    ['https://evil.example?tccc.qcloud.com'],
    ['https://evil.example#@tccc.qcloud.com'],
    ['https://tencentcloud.com'],
    ['https://1-2.cdn-go.cn'],
    ['https://example.com', ['*.example.com']],
    ['https://xexample.com', ['*.example.com']],
    ['https://tccc.qcloud.com', ['sdk.example.com']],
    ['https://tccc.qcloud.com', []],
    ['https://example.com', ['*']],
    ['https://localhost', DEFAULT_ALLOWED_SDK_HOSTS],
  ),
)('$origin by $by', ({ origin, hosts }) => {
  it('is blocked by its host: nothing is requested', async () => {
    const { error, tags } = await outcome(origin + PATH, hosts);
    const { hostname } = new URL(origin);
    expect(error).toMatchObject({ code: 'sdk-url-blocked', retryable: false, details: { host: hostname } });
    expect(tags).toBe(0);
    expect(error.message).toContain(hostname);
    expect(error.message).toContain('allowedSdkHosts');
    expect(error.message).toContain(`'${hostname}'`);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/secret/);
  });
});

describe.each(
  list(
    ['http://tccc.qcloud.com'],
    ['http://localhost:1'],
    ['http://192.168.0.1', ['192.168.0.1']],
    ['http://127.0.0.1.evil.example', ['127.0.0.1.evil.example']],
    ['http://localhost.evil.example', ['*.evil.example']],
    ['ftp://tccc.qcloud.com'],
    ['javascript:alert(1)//tccc.qcloud.com'],
    ['data:text/javascript,alert(1)//tccc.qcloud.com'],
    ['blob:https://tccc.qcloud.com'],
    ['https://user@tccc.qcloud.com'],
    ['https://user:pass-secret@tccc.qcloud.com'],
    ['https://tccc.qcloud.com@evil.example'],
    ['https://:pass-secret@tccc.qcloud.com'],
  ),
)('$origin by $by', ({ origin, hosts }) => {
  it('is blocked: nothing is requested', async () => {
    const { error, tags } = await outcome(origin + PATH, hosts);
    expect(error).toMatchObject({ code: 'sdk-url-blocked', retryable: false });
    expect(tags).toBe(0);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/secret/);
  });
});

it.each(['/sdk.js', '//tccc.qcloud.com/sdk.js', 'sdk.js', 'https://'])(
  'requests nothing for %s, which is no address',
  async (url) => {
    const { error, tags } = await outcome(url);
    expect(['token-malformed', 'sdk-url-blocked']).toContain(error.code);
    expect(error.retryable).toBe(false);
    expect(tags).toBe(0);
  },
);

it('has the hosts of the vendor by default', () => {
  expect([...DEFAULT_ALLOWED_SDK_HOSTS]).toEqual([
    'tccc.qcloud.com',
    '*.tccc.qcloud.com',
    'connect.tencentcloud.com',
    '*.connect.tencentcloud.com',
  ]);
});
