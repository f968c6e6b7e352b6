import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeSdk } from '../sdk/fake-sdk.js';
import { GOOD, SDK_URL } from './endpoint.js';
import { agentSdk, closePages, load, openPage, settle, tags } from './page.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await closePages();
  vi.restoreAllMocks();
});

const once = { retry: false } as const;
const fire = async (type: 'load' | 'error'): Promise<void> => {
  tags()[0]!.dispatchEvent(new Event(type));
  await settle();
};

describe('the tag', () => {
  it('has what was given, as the vendor documents it, and nothing else', async () => {
    await openPage([GOOD]);
    await settle();
    const [tag] = tags();
    expect(tag?.parentNode).toBe(document.body);
    expect(tag?.src).toBe(SDK_URL);
    expect(tag?.crossOrigin).toBe('anonymous');
    expect(Object.entries(tag!.dataset)).toEqual([
      ['token', 's3cret'],
      ['sdkAppId', '1'],
      ['userid', 'anna'],
      ['showWorkBenchAtFirstLogin', 'true'],
    ]);
    expect(tag?.hasAttribute('nonce')).toBe(false);
  });

  it('has no attribute for what was not given', async () => {
    await openPage([{ sdkUrl: SDK_URL, token: null, userId: undefined }], { nonce: 'n0nce' });
    await settle();
    const [tag] = tags();
    expect(Object.keys(tag!.dataset)).toEqual(['showWorkBenchAtFirstLogin']);
    expect(tag?.getAttribute('nonce')).toBe('n0nce');
  });
});

describe('a failure of the script', () => {
  it('is script-load-failed on the tag’s error, and the dead tag is gone', async () => {
    const desk = await openPage([GOOD], once);
    await settle();
    const [tag] = tags();
    await fire('error');
    expect(desk.state().error).toMatchObject({
      code: 'script-load-failed',
      details: { host: 'tccc.qcloud.com', directive: undefined },
    });
    expect(tags()).toEqual([]);
    // An inert document owns it: it cannot run any more.
    expect(tag?.ownerDocument).not.toBe(document);
    expect(tag?.ownerDocument.defaultView).toBeNull();
  });

  it.each([
    ['enforce', 'script-src-elem', 'script-src-elem'],
    ['enforce', 'img-src', undefined],
    ['report', 'script-src-elem', undefined],
  ])(
    'names the directive of the CSP that blocked it (%s %s)',
    async (disposition, effectiveDirective, directive) => {
      const desk = await openPage([GOOD], once);
      await settle();
      const violation = Object.assign(new Event('securitypolicyviolation'), {
        disposition,
        effectiveDirective,
        blockedURI: SDK_URL,
      });
      document.dispatchEvent(violation);
      await fire('error');
      expect(desk.state().error?.details).toEqual({ host: 'tccc.qcloud.com', directive });
      expect(desk.state().error?.message).not.toContain('s3cret');
    },
  );

  it('is script-timeout where it is too slow, and a load that comes later changes nothing', async () => {
    const desk = await openPage([GOOD], { ...once, timeouts: { script: 700 } });
    await settle();
    const [tag] = tags();
    await vi.advanceTimersByTimeAsync(700);
    expect(desk.state().error).toMatchObject({ code: 'script-timeout', details: { timeout: 700 } });
    expect(tags()).toEqual([]);
    Object.assign(globalThis, { tccc: agentSdk().sdk });
    tag?.dispatchEvent(new Event('load'));
    await settle();
    expect(desk.state().status).toBe('error');
  });

  it('is sdk-missing where it leaves no global', async () => {
    const desk = await openPage([GOOD], once);
    await settle();
    await fire('load');
    expect(desk.state().error).toMatchObject({ code: 'sdk-missing', retryable: true });
    expect(tags()).toEqual([]);
  });

  it('is sdk-missing, without the vendor’s own error, where the global is no SDK', async () => {
    const desk = await openPage([GOOD], once);
    await settle();
    Object.assign(globalThis, { tccc: {} });
    await fire('load');
    expect(desk.state().error).toMatchObject({ code: 'sdk-missing', cause: undefined });
  });
});

describe('the global', () => {
  it('may be TCCC, and goes with disconnect', async () => {
    const desk = await openPage([GOOD], once);
    await settle();
    const fake = agentSdk();
    Object.assign(globalThis, { TCCC: fake.sdk });
    await fire('load');
    fake.emit('ready');
    expect(desk.state().sdk).toBe(fake.sdk);
    await desk.state().disconnect();
    expect(globalThis).not.toHaveProperty('TCCC');
  });

  it('is set undefined where it cannot be deleted', async () => {
    const desk = await openPage([GOOD], once);
    await settle();
    const fake = agentSdk();
    const keep = vi.spyOn(Reflect, 'deleteProperty').mockReturnValue(false);
    (await load(fake)).emit('ready');
    await desk.state().disconnect();
    keep.mockRestore();
    expect((globalThis as { tccc?: unknown }).tccc).toBeUndefined();
    expect(globalThis).toHaveProperty('tccc');
  });
});

describe('the log-in', () => {
  it('is login-timeout where no ready comes, not tried again by itself, and the tag stays', async () => {
    const desk = await openPage([GOOD], { timeouts: { login: 900 } });
    await settle();
    await load();
    await vi.advanceTimersByTimeAsync(900);
    expect(desk.state()).toMatchObject({
      status: 'error',
      attempt: 1,
      error: { code: 'login-timeout', retryable: true, details: { timeout: 900 } },
    });
    expect(desk.asked).toEqual([0]);
    expect(tags()).toHaveLength(1);
  });

  it('is adopted where ready comes late', async () => {
    const desk = await openPage([GOOD], { timeouts: { login: 900 } });
    await settle();
    const fake = await load();
    await vi.advanceTimersByTimeAsync(900);
    fake.emit('ready');
    expect(desk.state()).toMatchObject({ status: 'ready', error: null, sdk: fake.sdk });
    expect(desk.statuses().slice(-2)).toEqual(['error', 'ready']);
    expect(desk.errors).toHaveLength(1);
  });

  it('is begun anew by retry(), with a fresh token and tag', async () => {
    const desk = await openPage([GOOD], { timeouts: { login: 900 } });
    await settle();
    const late = await load();
    await vi.advanceTimersByTimeAsync(900);
    void desk.state().retry();
    await settle();
    expect(tags()).toHaveLength(1);
    late.emit('ready');
    expect(desk.state().status).toBe('loading-script');
    (await load()).emit('ready');
    expect(desk.state()).toMatchObject({ status: 'ready' });
    expect(desk.asked).toHaveLength(2);
  });

  it('does not crash on an SDK that has neither Agent nor UI nor off', async () => {
    const desk = await openPage([GOOD], { showWorkBenchAtFirstLogin: false });
    await settle();
    const bare = fakeSdk();
    Reflect.deleteProperty(bare.sdk, 'off');
    (await load(bare)).emit('ready');
    expect(desk.state().status).toBe('ready');
    const gone = desk.state().disconnect();
    expect(desk.state().status).toBe('idle');
    await vi.advanceTimersByTimeAsync(1500);
    await gone;
    expect(tags()).toEqual([]);
  });
});

describe('a log-in', () => {
  it('hears a ready that the SDK fires while it is being listened to', async () => {
    const desk = await openPage();
    await settle();
    const fake = agentSdk();
    fake.on.mockImplementation((name, listener) => {
      if (name === 'ready') (listener as (payload: unknown) => void)({});
    });
    await load(fake);
    expect(desk.state().status).toBe('ready');
  });

  it('gives no SDK to who connects where onReady disconnects', async () => {
    const desk = await openPage([GOOD], {
      autoConnect: false,
      onReady: () => void desk.state().disconnect(),
    });
    const connect = desk.state().connect();
    const outcome = connect.then(
      () => 'an SDK',
      (error: unknown) => (error as { code?: unknown }).code,
    );
    await settle();
    const fake = await load();
    fake.emit('ready');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await outcome).toBe('aborted');
    expect(desk.statuses()).toEqual(['fetching-token', 'loading-script', 'logging-in', 'ready', 'idle']);
  });
});

describe('a violation of the policy while our script loads', () => {
  const violate = (blockedURI: string): void => {
    document.dispatchEvent(
      Object.assign(new Event('securitypolicyviolation'), {
        blockedURI,
        disposition: 'enforce',
        effectiveDirective: 'script-src-elem',
      }),
    );
  };

  it.each([
    ['ours', SDK_URL, 'script-src-elem'],
    ['another', 'https://ads.example/a.js', undefined],
    ['an inline one', 'inline', undefined],
  ])('is named where it blocked %s', async (_, blockedURI, directive) => {
    const desk = await openPage([GOOD], once);
    await settle();
    violate(blockedURI);
    await fire('error');
    expect(desk.state().error).toMatchObject({ code: 'script-load-failed' });
    expect(desk.state().error?.details).toHaveProperty('directive', directive);
  });
});
