import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TCCCError } from '../../../src/sdk/errors.js';
import { GOOD } from './endpoint.js';
import { closePages, load, openPage, settle, tags } from './page.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(async () => {
  await closePages();
  vi.restoreAllMocks();
});

const broken = new TypeError('Failed to fetch');
const HOUR = 3_600_000;
const http = (status: number, retryable: boolean): TCCCError =>
  new TCCCError({ code: 'token-http', message: '', details: { status }, retryable });

describe('the waits between attempts', () => {
  it('double from baseDelay to 8 s, at full jitter', async () => {
    const desk = await openPage([broken], { retry: { attempts: 9, baseDelay: 500 } });
    await vi.advanceTimersByTimeAsync(HOUR);
    // 0.5, 1, 2, 4, 8, 8, 8, 8 s
    expect(desk.asked).toEqual([0, 500, 1500, 3500, 7500, 15_500, 23_500, 31_500, 39_500]);
  });

  it('are half of that at no jitter', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const desk = await openPage([broken], { retry: { attempts: 7, baseDelay: 500 } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0, 250, 750, 1750, 3750, 7750, 11_750]);
  });

  it('are at most 8 s whatever baseDelay', async () => {
    const desk = await openPage([broken], { retry: { baseDelay: 60_000 } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0, 8000, 16_000]);
  });

  it('are 500 ms and 1 s without a retry prop, and there are 3 attempts', async () => {
    const desk = await openPage([broken]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0, 500, 1500]);
  });

  it('take explicit undefined as not given', async () => {
    const desk = await openPage([broken], { retry: { attempts: undefined, baseDelay: undefined } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0, 500, 1500]);
  });

  it('show as retryAt, with what the attempt before failed with, and no error', async () => {
    const desk = await openPage([broken]);
    const start = Date.now();
    await settle();
    expect(desk.state()).toMatchObject({
      status: 'fetching-token',
      attempt: 1,
      retryAt: start + 500,
      error: null,
    });
    expect(desk.state().lastError).toMatchObject({ code: 'token-network', attempt: 1, cause: broken });
    await vi.advanceTimersByTimeAsync(500);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.state()).toMatchObject({ attempt: 2, retryAt: start + 1500 });
  });

  it('end at once by retry(), which joins the same connect', async () => {
    const desk = await openPage([broken, GOOD]);
    await settle();
    const { connect, retry } = desk.state();
    expect(retry()).toBe(connect());
    await settle();
    expect(desk.asked).toEqual([0, 0]);
    expect(tags()).toHaveLength(1);
  });

  it('do not end by connect()', async () => {
    const desk = await openPage([broken, GOOD]);
    await settle();
    void desk.state().connect();
    await settle();
    expect(desk.asked).toEqual([0]);
  });
});

describe('the number of attempts', () => {
  it.each([1, 2, 5])('is attempts: %i', async (attempts) => {
    const desk = await openPage([broken], { retry: { attempts } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toHaveLength(attempts);
    expect(desk.state()).toMatchObject({ status: 'error', attempt: attempts });
  });

  it.each([0, -1, NaN])('is at least 1 (attempts: %s)', async (attempts) => {
    const desk = await openPage([broken], { retry: { attempts } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toHaveLength(1);
    expect(desk.state().status).toBe('error');
  });

  it('is 1 with retry={false}', async () => {
    const desk = await openPage([broken], { retry: false });
    await settle();
    expect(desk.state()).toMatchObject({ status: 'error', attempt: 1, lastError: null, retryAt: null });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0]);
  });

  it('is a total across codes', async () => {
    const desk = await openPage([broken, http(503, true), GOOD], { retry: { attempts: 3, baseDelay: 10 } });
    await vi.advanceTimersByTimeAsync(30);
    tags()[0]!.dispatchEvent(new Event('error'));
    await settle();
    expect(desk.state()).toMatchObject({ status: 'error', attempt: 3 });
    expect(desk.errors.map(({ code, attempt }) => [code, attempt])).toEqual([['script-load-failed', 3]]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toHaveLength(3);
  });

  it('starts anew with retry() after the error', async () => {
    const desk = await openPage([broken], { retry: { attempts: 2, baseDelay: 10 } });
    await vi.advanceTimersByTimeAsync(HOUR);
    void desk.state().retry();
    await settle();
    expect(desk.state()).toMatchObject({ attempt: 1, lastError: { attempt: 1 } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toHaveLength(4);
    expect(desk.errors).toHaveLength(2);
  });

  it.each([
    ['token-http of 404', http(404, false)],
    ['token-unauthorized', new TCCCError({ code: 'token-unauthorized', message: '' })],
    ['token-malformed', {}],
    ['sdk-url-blocked', { sdkUrl: 'https://evil.example/sdk.js' }],
    ['an error that says so', new TCCCError({ code: 'token-network', message: '', retryable: false })],
  ])('is 1 for %s', async (_, answer) => {
    const desk = await openPage([answer, GOOD]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0]);
    expect(desk.state()).toMatchObject({ status: 'error', attempt: 1 });
    expect(tags()).toHaveLength(0);
  });
});

describe('token-expired before ready', () => {
  it('is tried again once, with a fresh token and a fresh tag', async () => {
    const desk = await openPage([GOOD], { retry: { attempts: 5, baseDelay: 100 } });
    await settle();
    const [first] = tags();
    (await load()).emit('tokenExpired', { message: 'expired' });
    await settle();
    expect(tags()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(tags()).toHaveLength(1);
    expect(tags()[0]).not.toBe(first);
    (await load()).emit('tokenExpired', { message: 'expired' });
    await settle();
    expect(desk.state()).toMatchObject({ status: 'error', attempt: 2, error: { code: 'token-expired' } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toHaveLength(2);
  });

  it('is tried again once even where other failures come between', async () => {
    const desk = await openPage([GOOD, broken, GOOD], { retry: { attempts: 9, baseDelay: 100 } });
    await settle();
    (await load()).emit('tokenExpired');
    await vi.advanceTimersByTimeAsync(100);
    await vi.advanceTimersByTimeAsync(200);
    (await load()).emit('tokenExpired');
    await settle();
    expect(desk.state()).toMatchObject({ status: 'error', attempt: 3, error: { code: 'token-expired' } });
  });

  it('is not tried again with retry={false}', async () => {
    const desk = await openPage([GOOD], { retry: false });
    await settle();
    (await load()).emit('tokenExpired');
    await settle();
    expect(desk.state()).toMatchObject({ status: 'error', attempt: 1, error: { code: 'token-expired' } });
  });
});
