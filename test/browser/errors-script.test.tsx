import { describe, expect, it } from 'vitest';
import type { TCCCErrorCode } from '../../src/index.js';
import { openDesk, type DeskOptions } from './support/desk.js';
import { eventually, On, simulator, sleep } from './support/mount.js';
import type { TokenStep } from './support/plan.js';
import { remains } from './support/watch.js';

interface Row {
  when: string;
  step: TokenStep;
  props?: DeskOptions['props'];
  code: TCCCErrorCode;
  asked: number;
  details?: object;
}

const slow = { timeouts: { script: 80 } };

const rows: Row[] = [
  {
    when: 'the script is not found',
    step: { script: { status: 404 } },
    code: 'script-load-failed',
    asked: 3,
  },
  {
    when: 'the connection breaks',
    step: { script: { drop: true } },
    code: 'script-load-failed',
    asked: 3,
  },
  {
    when: 'the script is too slow',
    step: { script: { hold: true } },
    props: slow,
    code: 'script-timeout',
    asked: 3,
    details: { timeout: 80 },
  },
  {
    when: 'the script sets no global',
    step: { script: { kind: 'empty' } },
    code: 'sdk-missing',
    asked: 3,
  },
  { when: 'the SDK refuses the token', step: { sim: { login: 'expired' } }, code: 'token-expired', asked: 2 },
];

describe.each(rows)('when $when', ({ step, props, code, asked, details }) => {
  it(`fails with ${code} after ${asked} attempts, each with a fresh token`, async () => {
    const desk = openDesk({ plan: [step], ...(props && { props }) });
    let tags = 0;
    const observer = new MutationObserver(() => {
      tags = Math.max(tags, document.querySelectorAll('script[src*="tccc-sdk.js"]').length);
    });
    observer.observe(document.body, { childList: true });
    const error = await desk.failure();
    observer.disconnect();
    expect(error).toMatchObject({ code, retryable: true, attempt: asked, details: details ?? {} });
    expect(desk.errors).toEqual([error]);
    expect(tags).toBe(1);
    expect(remains()).toEqual([]);
    const { tokens, scripts, secrets } = await desk.backend.seen();
    expect(tokens).toHaveLength(asked);
    expect(new Set(secrets.map(({ token }) => token)).size).toBe(asked);
    expect(scripts).toHaveLength(asked);
  });

  it('is ready when the next attempt goes well', async () => {
    const desk = openDesk({ plan: [step, { sim: { login: 'ready' } }], ...(props && { props }) });
    const state = await desk.until('ready');
    expect(state).toMatchObject({ attempt: 2, error: null, lastError: null, retryAt: null });
    expect(state.sdk).toBe((window as { tccc?: unknown }).tccc);
    expect(desk.errors).toEqual([]);
    expect(document.querySelectorAll('script[src*="tccc-sdk.js"]')).toHaveLength(1);
    expect(document.querySelectorAll('t3c-sdk')).toHaveLength(1);
  });
});

it('takes an SDK that is window.TCCC', async () => {
  const desk = openDesk({ plan: [{ sim: { globalName: 'TCCC' } }] });
  expect((await desk.until('ready')).sdk).toBe((window as { TCCC?: unknown }).TCCC);
});

it('does not try again by itself after login-timeout', async () => {
  const desk = openDesk({ plan: [{ sim: { login: 'never' } }], props: { timeouts: { login: 60 } } });
  const error = await desk.failure();
  expect(error).toMatchObject({
    code: 'login-timeout',
    retryable: true,
    attempt: 1,
    details: { timeout: 60 },
  });
  await sleep(60);
  expect(desk.errors).toEqual([error]);
  const { tokens, scripts } = await desk.backend.seen();
  expect([tokens.length, scripts.length]).toEqual([1, 1]);
});

it('adopts a ready that comes after login-timeout', async () => {
  const desk = openDesk({
    plan: [{ sim: { readyDelay: 50 * 300 } }],
    props: { timeouts: { login: 60 } },
    children: <On name="ready" run={() => (handled += 1)} />,
  });
  let handled = 0;
  const promise = desk.state().connect();
  expect((await desk.failure()).code).toBe('login-timeout');
  await expect(promise).rejects.toMatchObject({ code: 'login-timeout' });
  const state = await desk.until('ready');
  expect(state.sdk).toBe((window as { tccc?: unknown }).tccc);
  expect(state.error).toBeNull();
  expect(desk.ready).toEqual([state.sdk]);
  expect(handled).toBe(1);
  expect(await state.connect()).toBe(state.sdk);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('discards the script that was too slow to log in on retry()', async () => {
  const desk = openDesk({
    plan: [{ sim: { login: 'never' } }, { sim: { login: 'ready' } }],
    props: { timeouts: { login: 300 } },
  });
  await desk.failure();
  const { tccc: old } = window as { tccc?: unknown };
  const sdk = await desk.state().retry();
  expect(sdk).not.toBe(old);
  expect(document.querySelectorAll('script[src*="tccc-sdk.js"]')).toHaveLength(1);
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it('cleans up after login-timeout when unmounted', async () => {
  const desk = openDesk({ plan: [{ sim: { login: 'never' } }], props: { timeouts: { login: 60 } } });
  await desk.failure();
  desk.root.unmount();
  await eventually(() => expect(remains()).toEqual([]));
});

it('hands tokenExpired after ready to the handlers, and nothing else changes', async () => {
  const heard: unknown[] = [];
  const desk = openDesk({ children: <On name="tokenExpired" run={(event) => heard.push(event)} /> });
  const { sdk } = await desk.until('ready');
  simulator().emit('tokenExpired', { message: 'token has expired' });
  await sleep(40);
  expect(heard).toEqual([{ message: 'token has expired' }]);
  expect(desk.state()).toMatchObject({ status: 'ready', error: null });
  expect(desk.state().sdk).toBe(sdk);
  expect(desk.errors).toEqual([]);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});
