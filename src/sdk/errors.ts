import type { TCCCErrorCode, TCCCErrorDetails } from './error-details.js';
import { redact } from './redact.js';

/** What a `TCCCError` is made of. */
export interface TCCCErrorInit<C extends TCCCErrorCode = TCCCErrorCode> {
  code: C;
  /** What happened and the way out. Secrets of the connection are struck out. */
  message: string;
  /** The error beneath it, untouched. */
  cause?: unknown;
  /** Whether trying again may help. Default: by the code; `token-http` is not, unless you say so. */
  retryable?: boolean | undefined;
  /** The attempt it happened in, from 1. Default 0: outside any, or not known yet. */
  attempt?: number | undefined;
  details?: TCCCErrorDetails[C] | undefined;
}

/** A `TCCCError` of one code. */
export interface TCCCErrorOf<C extends TCCCErrorCode> extends Error {
  readonly code: C;
  /** The error beneath it: the app's own error untouched. Not enumerable. */
  readonly cause: unknown;
  /** Whether trying again may help. */
  readonly retryable: boolean;
  /** The attempt it happened in, from 1; 0 = outside any. */
  readonly attempt: number;
  readonly details: TCCCErrorDetails[C];
}

/** Every error this library throws, rejects with, or keeps: narrow it by `code` and `details` follow. */
export type TCCCError<C extends TCCCErrorCode = TCCCErrorCode> = C extends TCCCErrorCode
  ? TCCCErrorOf<C>
  : never;

const BRAND: unique symbol = Symbol.for('tccc-react/error');

/**
 * Makes a `TCCCError`; throw one from `fetchToken` to decide the code yourself.
 *
 * @example
 * throw new TCCCError({ code: 'token-unauthorized', message: 'Please sign in.', details: { status: 401 } });
 */
export const TCCCError: new <C extends TCCCErrorCode>(init: TCCCErrorInit<C>) => TCCCErrorOf<C> =
  class extends Error {
    constructor({
      code,
      message,
      cause,
      // token-network, token-expired, token-timeout; script-*; sdk-missing; login-timeout.
      retryable = /^(token-[net]|script|sdk-m|login)/.test(code),
      attempt = 0,
      details = {},
    }: TCCCErrorInit) {
      super(redact(message));
      Object.assign(this, { code, retryable, attempt, details });
      // Not enumerable: an app's own error may hold anything, and must not reach a serialised log.
      Object.defineProperties(this, {
        name: { value: 'TCCCError' },
        cause: { value: cause },
        // An error made within an event of the SDK has the script's whole URL in its stack.
        stack: { value: redact(`${this.stack}`), writable: true },
        [BRAND]: { value: 1 },
      });
    }
  } as never;

/** `new TCCCError`, in short. */
export function tcccError<C extends TCCCErrorCode>(
  code: C,
  message: string,
  details?: TCCCErrorDetails[C],
  cause?: unknown,
  retryable?: boolean,
): TCCCErrorOf<C> {
  return new TCCCError({ code, message, details, cause, retryable });
}

/**
 * Whether `value` is a `TCCCError`, also one that another copy of this package made. Works in server
 * components.
 *
 * @example
 * if (isTCCCError(error) && error.code === 'token-http') show(error.details.status);
 */
export function isTCCCError(value: unknown): value is TCCCError {
  return !!(value as { [BRAND]?: 1 } | null | undefined)?.[BRAND];
}
