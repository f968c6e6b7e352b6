import { expect, it } from 'vitest';
import { openDesk, type Desk } from './support/desk.js';
import { eventually, sleep } from './support/mount.js';

/** Waits for a `retryAt`, and returns how far ahead it lies, in s. */
const ahead = (desk: Desk): Promise<number> =>
  eventually(() => {
    const { retryAt } = desk.state();
    if (retryAt === null) throw new Error('No wait yet.');
    return (retryAt - Date.now()) / 1000;
  });

it.each([503, 429, 500])('obeys Retry-After of a %s, and that wait uses up no attempt', async (status) => {
  const desk = openDesk({
    plan: [{ status, retryAfter: '1' }, {}],
    props: { retry: false, timeouts: { token: 500 } },
  });
  const wait = await ahead(desk);
  expect(wait).toBeGreaterThan(0.7);
  expect(wait).toBeLessThanOrEqual(1.2);
  expect(desk.state()).toMatchObject({
    status: 'fetching-token',
    error: null,
    lastError: { code: 'token-http' },
  });
  const state = await desk.until('ready');
  expect(state.attempt).toBe(1);
  const { tokens } = await desk.backend.seen();
  expect(tokens[1]!.at - tokens[0]!.at).toBeGreaterThanOrEqual(990);
  expect(desk.errors).toEqual([]);
});

it.each([
  ['seconds', '30', 30],
  ['a date', 'date+30', 30],
  ['nearly 10 min', '590', 590],
])('adds a jitter of 20 %%, at most 3 s, to %s', async (_what, retryAfter, seconds) => {
  const desk = openDesk({ plan: [{ status: 503, retryAfter }] });
  const wait = await ahead(desk);
  expect(wait).toBeGreaterThan(seconds - 2);
  expect(wait).toBeLessThanOrEqual(seconds + 3);
});

it('keeps the jitter within 20 % of a short wait', async () => {
  for (let n = 0; n < 8; n++) {
    const desk = openDesk({ plan: [{ status: 503, retryAfter: '2' }] });
    expect(await ahead(desk)).toBeLessThanOrEqual(2.4);
    desk.root.unmount();
    await sleep(12);
  }
});

it.each([
  ['601', 601],
  ['86400', 86_400],
  ['date+900', 900],
])('fails at once when Retry-After is longer than 10 min: %s', async (retryAfter, seconds) => {
  const desk = openDesk({ plan: [{ status: 503, retryAfter }] });
  const error = await desk.failure();
  if (error.code !== 'token-http') throw error;
  expect(error).toMatchObject({ attempt: 1, retryable: true, details: { status: 503 } });
  expect(Math.abs((error.details.retryAfter ?? 0) - seconds)).toBeLessThan(3);
  expect((await desk.backend.seen()).tokens).toHaveLength(1);
});

it('fails when the waits together are longer than 10 min', async () => {
  const desk = openDesk({
    plan: [
      { status: 503, retryAfter: '1' },
      { status: 503, retryAfter: '600' },
    ],
  });
  expect(await desk.failure()).toMatchObject({ code: 'token-http', details: { retryAfter: 600 } });
  expect((await desk.backend.seen()).tokens).toHaveLength(2);
});

it.each(['0', 'date-60', 'soon'])(
  'backs off as usual when Retry-After asks for no wait: %s',
  async (retryAfter) => {
    const desk = openDesk({ plan: [{ status: 503, retryAfter }] });
    expect(await desk.failure()).toMatchObject({ code: 'token-http', attempt: 3 });
    expect((await desk.backend.seen()).tokens).toHaveLength(3);
  },
);

it('does not wait for Retry-After of an answer that is not retried', async () => {
  const desk = openDesk({ plan: [{ status: 404, retryAfter: '1' }] });
  expect(await desk.failure()).toMatchObject({ code: 'token-http', retryable: false });
});

it('ends the wait for Retry-After on disconnect()', async () => {
  const desk = openDesk({ plan: [{ status: 503, retryAfter: '30' }] });
  await ahead(desk);
  const promise = desk.state().connect();
  await desk.state().disconnect();
  await expect(promise).rejects.toMatchObject({ code: 'aborted' });
  expect(desk.state().status).toBe('idle');
});
