import { describe, expect, expectTypeOf, it } from 'vitest';
import type { TCCCErrorCode } from '../../../src/sdk/error-details.js';
import { isTCCCError, TCCCError, tcccError, type TCCCErrorOf } from '../../../src/sdk/errors.js';

/** Whether trying again may help, where nothing else is said. */
const RETRYABLE: Record<TCCCErrorCode, boolean> = {
  'token-network': true,
  'token-timeout': true,
  'token-http': false,
  'token-unauthorized': false,
  'token-malformed': false,
  'sdk-url-blocked': false,
  'script-load-failed': true,
  'script-timeout': true,
  'sdk-missing': true,
  'token-expired': true,
  'login-timeout': true,
  'config-invalid': false,
  'provider-missing': false,
  'provider-conflict': false,
  'handler-failed': false,
  aborted: false,
  'sdk-call-failed': false,
  'sdk-call-timeout': false,
  'not-ready': false,
  'action-unavailable': false,
  'session-live': false,
  'malformed-event': false,
};
const CODES = Object.keys(RETRYABLE) as TCCCErrorCode[];

describe('TCCCError', () => {
  it('is an Error, of its own name, with a stack', () => {
    const error = new TCCCError({ code: 'aborted', message: 'Ended.' });
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(TCCCError);
    expect(error.name).toBe('TCCCError');
    expect(String(error)).toBe('TCCCError: Ended.');
    expect(error.stack).toContain('errors.test');
  });

  it.each(CODES)('%s is retryable by itself as the table of codes says', (code) => {
    expect(new TCCCError({ code, message: '' }).retryable).toBe(RETRYABLE[code]);
    expect(tcccError(code, '').retryable).toBe(RETRYABLE[code]);
  });

  it.each([true, false])('takes retryable: %s over that of the code', (retryable) => {
    expect(new TCCCError({ code: 'token-http', message: '', retryable }).retryable).toBe(retryable);
    expect(new TCCCError({ code: 'token-network', message: '', retryable }).retryable).toBe(retryable);
  });

  it('takes explicit undefined as not given', () => {
    const error = new TCCCError({
      code: 'token-network',
      message: 'No.',
      cause: undefined,
      retryable: undefined,
      attempt: undefined,
      details: undefined,
    });
    expect(error).toMatchObject({ code: 'token-network', retryable: true, attempt: 0, details: {} });
    expect(error.cause).toBeUndefined();
  });

  it('keeps attempt and details', () => {
    const details = { status: 503, retryAfter: 5 };
    const error = new TCCCError({ code: 'token-http', message: '', attempt: 2, details });
    expect(error.attempt).toBe(2);
    expect(error.details).toBe(details);
    expectTypeOf(error).toEqualTypeOf<TCCCErrorOf<'token-http'>>();
  });

  it('keeps the cause itself, out of reach of whatever walks the error', () => {
    const cause = { secret: 'of the app' };
    const error = new TCCCError({ code: 'token-network', message: '', cause });
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).not.toContain('cause');
    expect({ ...error }).not.toHaveProperty('cause');
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it('serialises to code, retryable, attempt and details', () => {
    const error = tcccError(
      'token-http',
      'The token endpoint answered 500.',
      { status: 500 },
      new Error('x'),
    );
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'token-http',
      retryable: false,
      attempt: 0,
      details: { status: 500 },
    });
  });
});

describe('isTCCCError', () => {
  it.each(CODES)('knows %s', (code) => {
    expect(isTCCCError(new TCCCError({ code, message: '' }))).toBe(true);
  });

  it.each([
    undefined,
    null,
    0,
    '',
    'aborted',
    {},
    [],
    new Error('aborted'),
    { code: 'aborted', message: 'Ended.', retryable: false },
    Object.assign(new Error(''), { name: 'TCCCError', code: 'aborted' }),
    () => undefined,
    Symbol.for('tccc-react/error'),
  ])('does not take %s for one', (value) => {
    expect(isTCCCError(value)).toBe(false);
  });

  it('is not fooled by a copy that lost the brand', () => {
    const error = new TCCCError({ code: 'aborted', message: '' });
    expect(isTCCCError(JSON.parse(JSON.stringify(error)))).toBe(false);
    expect(isTCCCError({ ...error })).toBe(false);
  });
});
