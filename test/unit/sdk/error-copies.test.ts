import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as ErrorsModule from '../../../src/sdk/errors.js';
import type * as ReplyModule from '../../../src/sdk/reply.js';

const PAGE_KEY = Symbol.for('tccc-react/1');
type Errors = typeof ErrorsModule;
type Reply = typeof ReplyModule;

/** The module as another copy of the package has it. */
async function copy<T>(path: 'errors' | 'reply'): Promise<T> {
  vi.resetModules();
  return (await (path === 'errors'
    ? import('../../../src/sdk/errors.js')
    : import('../../../src/sdk/reply.js'))) as T;
}

const setRecord = (record: unknown): void => {
  Object.defineProperty(globalThis, PAGE_KEY, { value: record, configurable: true });
};
const clearRecord = (): void => void Reflect.deleteProperty(globalThis, PAGE_KEY);

beforeEach(clearRecord);
afterEach(clearRecord);

it('an error of another copy is one, and is no instance of this copy’s class', async () => {
  const [one, other] = [await copy<Errors>('errors'), await copy<Errors>('errors')];
  const error = new other.TCCCError({ code: 'token-http', message: 'No.', details: { status: 500 } });
  expect(error).not.toBeInstanceOf(one.TCCCError);
  expect(one.isTCCCError(error)).toBe(true);
  expect(other.isTCCCError(new one.TCCCError({ code: 'aborted', message: '' }))).toBe(true);
});

it('leaves the text alone where the page has no record', async () => {
  const { TCCCError } = await copy<Errors>('errors');
  expect(new TCCCError({ code: 'aborted', message: 'token abc' }).message).toBe('token abc');
});

it('leaves the text alone where the record of another version cannot redact', async () => {
  setRecord({ protocol: 99 });
  const { TCCCError } = await copy<Errors>('errors');
  expect(new TCCCError({ code: 'provider-conflict', message: 'Two versions.' }).message).toBe(
    'Two versions.',
  );
});

it('strikes out what the copy that owns the page knows, from message, stack and JSON', async () => {
  setRecord({ protocol: 1, redact: (text: string) => text.replaceAll('s3cret', '[redacted]') });
  const { TCCCError } = await copy<Errors>('errors');
  const error = new TCCCError({ code: 'token-network', message: 'Token s3cret was refused.' });
  expect(error.message).toBe('Token [redacted] was refused.');
  expect(error.stack).not.toContain('s3cret');
  expect(JSON.stringify(error)).not.toContain('s3cret');
});

it('strikes it out of what the vendor says of a failed call', async () => {
  setRecord({ protocol: 1, redact: (text: string) => text.replaceAll('s3cret', '[redacted]') });
  const { callSdk } = await copy<Reply>('reply');
  const reason = { status: 'error', errorMsg: 'bad token s3cret' };
  await expect(callSdk(() => Promise.reject(reason))).rejects.toMatchObject({
    message: expect.stringContaining('[redacted]'),
    details: { errorMsg: 'bad token [redacted]' },
    cause: undefined,
  });
});
