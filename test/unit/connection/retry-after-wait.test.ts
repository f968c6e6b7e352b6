import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TCCCError } from '../../../src/sdk/errors.js';
import { GOOD, response } from './endpoint.js';
import { closePages, openPage, settle, tags, type Desk } from './page.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(async () => {
  await closePages();
  vi.restoreAllMocks();
});

const HOUR = 3_600_000;
const after =
  (retryAfter: number | undefined, retryable = true) =>
  () =>
    new TCCCError({ code: 'token-http', message: '', details: { status: 503, retryAfter }, retryable });
const failed = (desk: Desk): unknown => {
  const { error } = desk.state();
  return error?.code === 'token-http' ? error.details.retryAfter : desk.state().status;
};

describe('Retry-After', () => {
  it('is obeyed to the ms where there is no jitter', async () => {
    const desk = await openPage([after(7), GOOD]);
    await vi.advanceTimersByTimeAsync(6999);
    expect(desk.asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.asked).toEqual([0, 7000]);
    expect(tags()).toHaveLength(1);
  });

  it.each([
    [1, 1200],
    [5, 6000],
    [15, 18_000],
    [16, 19_000],
    [600, 603_000],
  ])('of %i s is at most %i ms with jitter: a fifth, and no more than 3 s', async (seconds, most) => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const desk = await openPage([after(seconds), GOOD]);
    await vi.advanceTimersByTimeAsync(most - 1);
    expect(desk.asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.asked).toEqual([0, most]);
  });

  it('is read from the server’s header', async () => {
    const answers = [
      { status: 429, headers: { 'retry-after': '30' }, body: '' },
      { status: 200, body: GOOD },
    ];
    const asked: number[] = [];
    vi.stubGlobal('fetch', () => {
      const answer = answers[asked.length]!;
      asked.push(Date.now());
      return Promise.resolve(response(answer));
    });
    const desk = await openPage([], { tokenEndpoint: '/api/token' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.map((at) => at - asked[0]!)).toEqual([0, 30_000]);
    expect(desk.state()).toMatchObject({ status: 'loading-script', attempt: 1 });
    vi.unstubAllGlobals();
  });

  it('uses up no attempt', async () => {
    const desk = await openPage([after(10), after(10), after(10), after(10), GOOD], {
      retry: { attempts: 2, baseDelay: 100 },
    });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(desk.asked).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
    expect(desk.state()).toMatchObject({ status: 'loading-script', attempt: 1 });
  });

  it('leaves the other attempts where they were', async () => {
    const desk = await openPage([new Error('down'), after(10), new Error('down'), GOOD], {
      retry: { attempts: 3, baseDelay: 1000 },
    });
    await vi.advanceTimersByTimeAsync(HOUR);
    // 500 ms, 10 s by the server, 1 s: the second and third of three attempts.
    expect(desk.asked).toEqual([0, 500, 10_500, 11_500]);
  });

  it('uses up no time-out', async () => {
    const desk = await openPage([after(60), GOOD], { timeouts: { token: 100, script: 100, login: 100 } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.state()).toMatchObject({ status: 'loading-script', attempt: 1 });
  });

  it('shows as retryAt, jitter included', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const desk = await openPage([after(10), GOOD]);
    const start = Date.now();
    await settle();
    expect(desk.state()).toMatchObject({
      status: 'fetching-token',
      retryAt: start + 11_000,
      lastError: { code: 'token-http', attempt: 1 },
    });
  });

  it('is not cut short by retry()', async () => {
    const desk = await openPage([after(10), GOOD]);
    await settle();
    void desk.state().retry();
    await vi.advanceTimersByTimeAsync(9999);
    expect(desk.asked).toEqual([0]);
  });

  it('ends with disconnect(), and leaves no timer', async () => {
    const desk = await openPage([after(10), GOOD]);
    await settle();
    const connecting = desk.state().connect();
    await desk.state().disconnect();
    await expect(connecting).rejects.toMatchObject({ code: 'aborted' });
    expect(desk.state().status).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0]);
  });

  it('of 0 or none is a failed attempt like any other', async () => {
    const desk = await openPage([after(0), after(undefined), GOOD], { retry: { baseDelay: 100 } });
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(desk.asked).toEqual([0, 50, 150]);
  });
});

describe('the patience with Retry-After', () => {
  it('is ten minutes for one', async () => {
    const desk = await openPage([after(600), GOOD]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(desk.asked).toEqual([0, 600_000]);
  });

  it.each([601, 86_400, Infinity])('is no longer: %s s is an error at once', async (seconds) => {
    const desk = await openPage([after(seconds), GOOD]);
    await settle();
    expect(failed(desk)).toBe(seconds);
    expect(desk.errors).toHaveLength(1);
    expect(desk.state()).toMatchObject({ attempt: 1, retryAt: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is ten minutes in all', async () => {
    const desk = await openPage([after(400), after(200), after(1), GOOD]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(desk.asked).toEqual([0, 400_000, 600_000]);
    expect(failed(desk)).toBe(1);
  });

  it('is whole again for the next connect', async () => {
    const desk = await openPage([after(601), after(600), GOOD]);
    await settle();
    expect(failed(desk)).toBe(601);
    void desk.state().retry();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(desk.state().status).toBe('loading-script');
  });

  it('has an end where fetchToken computes a time that has passed', async () => {
    const desk = await openPage([after(-1)], { retry: { attempts: 3, baseDelay: 100 } });
    // 150 ms of back-off, and then it is over.
    for (let n = 0; n < 10; n++) await vi.advanceTimersByTimeAsync(100);
    expect(desk.asked).toHaveLength(3);
    expect(desk.state().status).toBe('error');
  });
});
