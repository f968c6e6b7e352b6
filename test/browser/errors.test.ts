import { expect, it } from 'vitest';
import { isTCCCError, TCCCError } from '../../src/index.js';

it('is an Error with code, message, cause, retryable, attempt and details', () => {
  const cause = new Error('beneath');
  const error = new TCCCError({
    code: 'token-http',
    message: 'no',
    cause,
    retryable: true,
    attempt: 2,
    details: { status: 500 },
  });
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(TCCCError);
  expect(error).toMatchObject({ code: 'token-http', message: 'no', retryable: true, attempt: 2 });
  expect(error.details.status).toBe(500);
  expect(error.cause).toBe(cause);
  expect(error.name).toBe('TCCCError');
  expect(error.stack).toContain('errors.test');
});

it('does not enumerate its cause, nor serialise it', () => {
  const error = new TCCCError({ code: 'aborted', message: 'm', cause: new Error('private words') });
  expect(Object.keys(error)).not.toContain('cause');
  expect(JSON.stringify(error)).not.toContain('private words');
  expect({ ...error }).not.toHaveProperty('cause');
});

it('serialises its code, attempt and details', () => {
  const error = new TCCCError({ code: 'token-http', message: 'm', attempt: 1, details: { status: 503 } });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    code: 'token-http',
    attempt: 1,
    details: { status: 503 },
  });
});

it.each([
  ['token-network', true],
  ['token-timeout', true],
  ['script-load-failed', true],
  ['script-timeout', true],
  ['sdk-missing', true],
  ['token-expired', true],
  ['login-timeout', true],
  ['token-unauthorized', false],
  ['token-malformed', false],
  ['sdk-url-blocked', false],
  ['config-invalid', false],
  ['provider-missing', false],
  ['provider-conflict', false],
  ['handler-failed', false],
  ['aborted', false],
  ['sdk-call-failed', false],
] as const)('takes %s for retryable: %s', (code, retryable) => {
  expect(new TCCCError({ code, message: 'm' }).retryable).toBe(retryable);
});

it('is recognised by isTCCCError, and nothing else is', () => {
  expect(isTCCCError(new TCCCError({ code: 'aborted', message: 'm' }))).toBe(true);
  for (const other of [
    new Error('m'),
    { code: 'aborted', message: 'm' },
    'aborted',
    1,
    null,
    undefined,
    () => 1,
  ]) {
    expect(isTCCCError(other)).toBe(false);
  }
});
