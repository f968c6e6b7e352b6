import { describe, expect, it, vi } from 'vitest';
import type { TCCCError } from '../../../src/sdk/errors.js';
import { isTCCCError } from '../../../src/sdk/errors.js';
import { callSdk } from '../../../src/sdk/reply.js';
import type { TCCCCallInfo, TCCCReturn } from '../../../src/sdk/vendor.js';

const info: TCCCCallInfo = { sessionId: 's-1', calleePhoneNumber: '008610086' };
const fulfilled = (value: unknown) => () => Promise.resolve(value) as TCCCReturn;
const rejected = (value: unknown) => () => Promise.reject(value) as TCCCReturn;
const returned = (value: unknown) => (): TCCCReturn => value;
const thrown = (value: unknown) => (): TCCCReturn => {
  throw value;
};

/** What `callSdk` rejects with; fails where it does not. */
async function refusal(call: () => TCCCReturn): Promise<TCCCError<'sdk-call-failed'>> {
  const error: unknown = await callSdk(call).then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (isTCCCError(error) && error.code === 'sdk-call-failed') return error;
  throw error;
}

describe('callSdk resolves with', () => {
  it.each([
    ['the data of { status, data }', { status: 'success', data: info }, info],
    ['the data where status is missing', { data: info }, info],
    ['the bare object of the oldest generation', info, info],
    ['the bare object where it has a status of its own', { ...info, status: 'success' }, undefined],
    ['the envelope where it has no data', { status: 'success' }, { status: 'success' }],
    ['the envelope where its data is null', { status: 'success', data: null }, undefined],
    ['data that is false', { status: 'success', data: false }, false],
    ['data that is 0', { status: 'success', data: 0 }, 0],
    ['data that is an empty text', { data: '' }, ''],
    ['an unknown status with data', { status: 'queued', data: info }, info],
    ['true, as the promise of isMicMuted may hold', true, true],
    ['false', false, false],
    ['a text', 'done', 'done'],
    ['null', null, null],
    ['undefined, as a void method returns', undefined, undefined],
    ['a list', [1, 2], [1, 2]],
  ])('%s', async (_, reply, expected) => {
    const value = expected === undefined ? reply : expected;
    // The same whether the method is synchronous or not.
    await expect(callSdk(fulfilled(reply))).resolves.toEqual(value);
    await expect(callSdk(returned(reply))).resolves.toEqual(value);
  });

  it('what a foreign thenable resolves with', async () => {
    const thenable = { then: (resolve: (value: unknown) => void) => resolve({ data: info }) };
    await expect(callSdk(returned(thenable))).resolves.toEqual(info);
  });

  it('one promise after one call', async () => {
    const call = vi.fn(fulfilled({ data: info }));
    await callSdk(call);
    expect(call).toHaveBeenCalledTimes(1);
  });
});

describe('callSdk rejects with sdk-call-failed', () => {
  const words = 'seat is busy';

  it.each([
    ['resolves with status error', fulfilled({ status: 'error', errorMsg: words })],
    ['resolves with status error beside data', fulfilled({ status: 'error', errorMsg: words, data: info })],
    ['returns status error synchronously', returned({ status: 'error', errorMsg: words })],
    ['rejects with the documented plain object', rejected({ status: 'error', errorMsg: words })],
    ['rejects with errorMsg alone', rejected({ errorMsg: words })],
    ['rejects with a real Error', rejected(new Error(words))],
    ['rejects with an object that has a message', rejected({ message: words })],
    ['rejects with a text', rejected(words)],
    ['throws the documented object', thrown({ status: 'error', errorMsg: words })],
    ['throws an Error before there is a promise', thrown(new TypeError(words))],
  ])('when the method %s', async (_, call) => {
    const error = await refusal(call);
    expect(error.details).toEqual({ errorMsg: words });
    expect(error.message).toContain(words);
    expect(error.retryable).toBe(false);
    expect(error.attempt).toBe(0);
  });

  it('prefers errorMsg to message', async () => {
    const error = await refusal(rejected({ errorMsg: words, message: 'not this' }));
    expect(error.details.errorMsg).toBe(words);
  });

  it.each([[{ status: 'error' }], [undefined], [null], [{}], [42], [{ errorMsg: 7 }]])(
    'and a readable message when it gives no reason (%j)',
    async (reason) => {
      const error = await refusal(rejected(reason));
      expect(error.details.errorMsg).toBe('no reason given');
      expect(error.message).not.toMatch(/undefined|\[object/);
    },
  );

  it('keeping the vendor’s own object as the cause', async () => {
    const reason = { status: 'error', errorMsg: words };
    expect((await refusal(rejected(reason))).cause).toBe(reason);
    expect((await refusal(fulfilled(reason))).cause).toBe(reason);
  });

  it('also when the method does not exist in this SDK', async () => {
    const sdk = { Call: {} as { end: () => TCCCReturn } };
    const error = await refusal(() => sdk.Call.end());
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  it('never by a synchronous throw', () => {
    const promise = callSdk(thrown(new Error(words)));
    expect(promise).toBeInstanceOf(Promise);
    return expect(promise).rejects.toMatchObject({ code: 'sdk-call-failed' });
  });
});
