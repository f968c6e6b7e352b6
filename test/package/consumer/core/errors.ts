// Errors: narrowed by code, details follow.
import {
  isTCCCError,
  TCCCError,
  type TCCCErrorCode,
  type TCCCErrorDetails,
  type TCCCErrorInit,
  type TCCCErrorOf,
} from 'tccc-react';
import { is, type Equal } from './types.js';

is<Equal<TCCCErrorCode, keyof TCCCErrorDetails>>();
is<Equal<TCCCError['code'], TCCCErrorCode>>();

export function explain(error: TCCCError): string {
  is<Equal<typeof error.cause, unknown>>();
  is<Equal<typeof error.retryable, boolean>>();
  is<Equal<typeof error.attempt, number>>();
  // @ts-expect-error not every code has it
  void error.details.status;
  // @ts-expect-error no such code
  if (error.code === 'token-expried') return '';
  if (error.code === 'token-http') {
    is<Equal<typeof error.details.status, number>>();
    is<Equal<typeof error.details.retryAfter, number | undefined>>();
    // @ts-expect-error another code's
    void error.details.host;
  }
  switch (error.code) {
    case 'sdk-url-blocked':
      is<Equal<typeof error.details.reason, 'protocol' | 'user-info' | 'host'>>();
      return error.details.host;
    case 'script-load-failed':
      is<Equal<typeof error.details.directive, string | undefined>>();
      return error.details.directive ?? error.details.host;
    case 'token-timeout':
    case 'script-timeout':
    case 'login-timeout':
      return `${error.details.timeout.toFixed(0)} ms`;
    case 'handler-failed':
      return error.details.handler;
    case 'provider-conflict':
      is<Equal<typeof error.details.reason, 'protocol' | 'foreign-sdk' | 'identity'>>();
      return error.details.reason;
    case 'sdk-call-failed':
      return error.details.errorMsg ?? '';
    default:
      return error.message;
  }
}

export function change(error: TCCCError): void {
  // @ts-expect-error not to be changed
  error.code = 'aborted';
}

export function handle(caught: unknown): string {
  // @ts-expect-error unknown
  void caught.code;
  if (!isTCCCError(caught)) return 'not ours';
  is<Equal<typeof caught, TCCCError>>();
  const asError: Error = caught;
  return caught.code === 'config-invalid' ? caught.details.prop : asError.message;
}

export const made = new TCCCError({
  code: 'token-http',
  message: '',
  details: { status: 503, retryAfter: 5 },
});
is<Equal<typeof made, TCCCErrorOf<'token-http'>>>();
is<Equal<typeof made.details.status, number>>();
export const one: TCCCError<'token-http'> = made;
export const any: TCCCError = made;
export const init: TCCCErrorInit<'aborted'> = {
  code: 'aborted',
  message: '',
  cause: undefined,
  retryable: undefined,
  attempt: undefined,
  details: undefined,
};
new TCCCError({ code: 'token-network', message: '', cause: new Error() });

// @ts-expect-error no such code
new TCCCError({ code: 'mine', message: '' });
// @ts-expect-error no message
new TCCCError({ code: 'aborted' });
// @ts-expect-error details of another code
new TCCCError({ code: 'token-http', message: '', details: { host: 'a' } });
// @ts-expect-error an error of one code is not one of another
export const other: TCCCError<'aborted'> = made;
