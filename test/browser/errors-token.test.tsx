import { describe, expect, it } from 'vitest';
import { TCCCError, type TCCCErrorCode } from '../../src/index.js';
import { openDesk, type DeskOptions } from './support/desk.js';
import { eventually } from './support/mount.js';
import type { TokenStep } from './support/plan.js';
import { remains } from './support/watch.js';

interface Row {
  when: string;
  step: TokenStep;
  props?: DeskOptions['props'];
  code: TCCCErrorCode;
  /** Requests in all, of at most three attempts. */
  asked: 1 | 3;
  details?: object;
}

const quick = { timeouts: { token: 60 } };
const http = (status: number, asked: 1 | 3): Row => ({
  when: `the answer is ${status}`,
  step: { status },
  code: 'token-http',
  asked,
  details: { status },
});

const rows: Row[] = [
  { when: 'the connection breaks', step: { drop: true }, code: 'token-network', asked: 3 },
  {
    when: 'no answer comes in time',
    step: { hold: true },
    props: quick,
    code: 'token-timeout',
    asked: 3,
    details: { timeout: 60 },
  },
  {
    when: 'the body does not end in time',
    step: { holdBody: true },
    props: quick,
    code: 'token-timeout',
    asked: 3,
  },
  ...[500, 502, 503, 504, 408, 429].map((status) => http(status, 3)),
  ...[400, 404, 405, 409, 410, 422].map((status) => http(status, 1)),
  ...[401, 403].map((status): Row => ({
    when: `the answer is ${status}`,
    step: { status },
    code: 'token-unauthorized',
    asked: 1,
    details: { status },
  })),
  {
    when: 'it is redirected to a log-in page',
    step: { redirect: 'login' },
    code: 'token-unauthorized',
    asked: 1,
  },
  { when: 'the answer is not JSON', step: { body: '<html>' }, code: 'token-malformed', asked: 1 },
  { when: 'the answer is empty', step: { body: '' }, code: 'token-malformed', asked: 1 },
  { when: 'the answer is null', step: { body: 'null' }, code: 'token-malformed', asked: 1 },
  { when: 'the answer has no URL', step: { body: '{"token":"t"}' }, code: 'token-malformed', asked: 1 },
  { when: 'the URL is no string', step: { body: '{"sdkUrl":1}' }, code: 'token-malformed', asked: 1 },
  { when: 'the URL is empty', step: { body: '{"sdkUrl":""}' }, code: 'token-malformed', asked: 1 },
];

describe.each(rows)('when $when', ({ step, props, code, asked, details }) => {
  it(`fails with ${code} after ${asked} request(s)`, async () => {
    const desk = openDesk({ plan: [step], ...(props && { props }) });
    const error = await desk.failure();
    expect(error).toBeInstanceOf(TCCCError);
    expect(error).toMatchObject({ code, retryable: asked === 3, attempt: asked, details: details ?? {} });
    expect(desk.errors).toEqual([error]);
    const { tokens, scripts } = await desk.backend.seen();
    // Chromium by itself repeats a request that a kept connection answers with 408.
    if (step.status !== 408) expect(tokens).toHaveLength(asked);
    expect(scripts).toHaveLength(0);
    expect(remains()).toEqual([]);
  });
});

it('follows a redirect to something that is JSON', async () => {
  const desk = openDesk({ plan: [{ redirect: 'json' }] });
  await desk.until('ready');
});

it('fails with token-malformed when parseToken throws, with that as its cause', async () => {
  const own = new Error('mine');
  const desk = openDesk({
    props: {
      parseToken: () => {
        throw own;
      },
    },
  });
  const error = await desk.failure();
  expect(error).toMatchObject({ code: 'token-malformed', retryable: false });
  expect(error.cause).toBe(own);
});

it('has no cause that quotes the body of an answer', async () => {
  const desk = openDesk({ plan: [{ body: 'secret body' }] });
  const error = await desk.failure();
  expect(error.cause).toBeUndefined();
  expect(error.message).not.toContain('secret body');
});

it('fails with token-network when fetchToken throws, with that untouched as its cause', async () => {
  const own = new Error('mine');
  const attempts: number[] = [];
  const fetchToken = async ({ attempt }: { attempt: number }): Promise<never> => {
    attempts.push(attempt);
    throw own;
  };
  const error = await openDesk({ props: { fetchToken } }).failure();
  expect(error).toMatchObject({ code: 'token-network', retryable: true, attempt: 3 });
  expect(error.cause).toBe(own);
  expect(attempts).toEqual([1, 2, 3]);
});

it('fails with token-network when fetchToken throws before it returns a promise', async () => {
  const own = new Error('mine');
  const fetchToken = (): never => {
    throw own;
  };
  const error = await openDesk({ props: { fetchToken, retry: false } }).failure();
  expect(error).toMatchObject({ code: 'token-network', attempt: 1 });
  expect(error.cause).toBe(own);
});

it('fails with the TCCCError that fetchToken throws', async () => {
  const own = new TCCCError({ code: 'token-unauthorized', message: 'Sign in.', details: { status: 401 } });
  let asked = 0;
  const fetchToken = async (): Promise<never> => {
    asked += 1;
    throw own;
  };
  expect(await openDesk({ props: { fetchToken } }).failure()).toBe(own);
  expect(asked).toBe(1);
});

it('aborts the signal of fetchToken after the time-out', async () => {
  const signals: AbortSignal[] = [];
  const fetchToken = ({ signal }: { signal: AbortSignal }): Promise<never> => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  const desk = openDesk({ props: { fetchToken, retry: false, timeouts: { token: 40 } } });
  expect((await desk.failure()).code).toBe('token-timeout');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it('hangs up on a token request that took too long', async () => {
  const desk = openDesk({ plan: [{ hold: true }], props: { retry: false, timeouts: { token: 100 } } });
  await desk.failure();
  await eventually(async () => expect((await desk.backend.seen()).tokens[0]?.outcome).toBe('closed'));
});
