import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, failure, serve } from './endpoint.js';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the error says of the wait that a failing server asked for. */
async function retryAfter(value: string | undefined, status = 503): Promise<unknown> {
  serve({ status, body: '', headers: value === undefined ? {} : { 'retry-after': value } });
  const error = await failure(ask());
  return error.code === 'token-http' ? error.details.retryAfter : error.code;
}

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120],
    ['one second', '1', 1],
    ['more than ten minutes', '86400', 86400],
    ['padded seconds', ' 7 ', 7],
    ['an HTTP date', 'Tue, 01 Jan 2030 00:02:00 GMT', 120],
    ['an HTTP date with the wrong day', 'Mon, 01 Jan 2030 00:00:30 GMT', 30],
    ['an ISO date', '2030-01-01T00:00:05Z', 5],
  ])('is read from %s', async (_, value, seconds) => {
    expect(await retryAfter(value)).toBe(seconds);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['0', '0'],
    ['negative', '-5'],
    ['words', 'soon'],
    ['a date of the past', 'Fri, 31 Dec 1999 23:59:59 GMT'],
    ['now', 'Tue, 01 Jan 2030 00:00:00 GMT'],
    ['NaN', 'NaN'],
  ])('asks for no wait where it is %s', async (_, value) => {
    expect(await retryAfter(value)).toBeUndefined();
  });

  it.each([408, 429, 500, 503])('counts with %i', async (status) => {
    expect(await retryAfter('9', status)).toBe(9);
  });

  it.each([400, 404, 422])('does not count with %i, which is not tried again', async (status) => {
    expect(await retryAfter('9', status)).toBeUndefined();
  });

  it.each([401, 403])('does not count with %i', async (status) => {
    expect(await retryAfter('9', status)).toBe('token-unauthorized');
  });
});
