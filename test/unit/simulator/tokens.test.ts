import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installSimulator, issueToken, SIMULATOR_SDK_URL } from '../../../src/simulator/index.js';
import { appendTag, boot, last, pass, shutDown } from './boot.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(shutDown);

/** Loads the script with an address and says how the login went. */
async function login(src: string): Promise<string> {
  const simulator = installSimulator(window);
  Reflect.deleteProperty(window, 'tccc');
  appendTag(src);
  await pass(1000);
  return simulator.phase === 'expired' ? last(simulator, 'tokenExpired').message : simulator.phase;
}

describe('issueToken', () => {
  it('gives 32 hexadecimal digits, the address with them, and the expiry in Unix s', () => {
    vi.setSystemTime(1_800_000_000_000);
    const { token, sdkUrl, expiredTime } = issueToken({ userId: 'a b@例.cn', sdkAppId: 7, ttl: 60 });
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    const url = new URL(sdkUrl);
    expect(url.origin + url.pathname).toBe(SIMULATOR_SDK_URL);
    expect(Object.fromEntries(url.searchParams)).toEqual({ sdkAppId: '7', token, userid: 'a b@例.cn' });
    expect(expiredTime).toBe(1_800_000_060);
  });

  it('builds on an address that has a query, and adds further parameters', () => {
    const { sdkUrl } = issueToken({ sdkUrl: 'http://localhost/sdk.js?a=1', query: { login: 'expired' } });
    expect(sdkUrl).toMatch(/^http:\/\/localhost\/sdk\.js\?a=1&sdkAppId=.*&login=expired$/);
  });

  it('never gives the same token twice, even under a frozen clock and seed', () => {
    const tokens = Array.from({ length: 50 }, () => issueToken({ random: () => 0.5 }).token);
    expect(new Set(tokens).size).toBe(50);
  });
});

describe('a token', () => {
  it('logs in once', async () => {
    const { sdkUrl } = issueToken();
    expect(await login(sdkUrl)).toBe('ready');
    expect(await login(sdkUrl)).toBe('token has been used');
    expect(await login(issueToken().sdkUrl)).toBe('ready');
  });

  it('logs in again and again with onlyOnce: false', async () => {
    const { sdkUrl } = issueToken({ onlyOnce: false });
    expect(await login(sdkUrl)).toBe('ready');
    expect(await login(sdkUrl)).toBe('ready');
  });

  it('expires after its ttl', async () => {
    const { sdkUrl } = issueToken({ ttl: 600, onlyOnce: false });
    await pass(590_000);
    expect(await login(sdkUrl)).toBe('ready');
    await pass(10_000);
    expect(await login(sdkUrl)).toBe('token has expired');
  });

  it('is expired by expireTokens when issued before it, and not when issued after', async () => {
    const simulator = installSimulator(window);
    const before = simulator.issueToken();
    simulator.expireTokens();
    const after = simulator.issueToken();
    expect(await login(before.sdkUrl)).toBe('token has expired');
    expect(await login(after.sdkUrl)).toBe('ready');
  });

  it('of another format is accepted', async () => {
    expect(await login(`${SIMULATOR_SDK_URL}?token=0123456789abcdef0123456789abcdef`)).toBe('ready');
  });

  it('that is missing is refused', async () => {
    expect(await login(SIMULATOR_SDK_URL)).toBe('token is required');
  });

  it('is refused in any case with login: expired', async () => {
    const simulator = await boot({ login: 'expired' });
    expect(simulator.phase).toBe('expired');
    expect(simulator.events).toEqual([
      { seq: 1, name: 'tokenExpired', payload: { message: 'token has expired' } },
    ]);
  });
});
