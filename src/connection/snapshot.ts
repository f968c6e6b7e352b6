import type { TCCCError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';

/** How long each step of the current attempt took, in ms. A step not finished has none. */
export interface TCCCDurations {
  token?: number | undefined;
  script?: number | undefined;
  login?: number | undefined;
}

interface Common {
  /** The attempt under way or last made, from 1; 0 = none yet. */
  readonly attempt: number;
  readonly durations: TCCCDurations;
}

/** Not connected and not about to be. */
export interface TCCCIdle extends Common {
  readonly status: 'idle';
  readonly sdk: null;
  readonly error: null;
  readonly lastError: null;
  readonly retryAt: null;
}

/** On the way to `ready`. */
export interface TCCCConnecting extends Common {
  readonly status: 'fetching-token' | 'loading-script' | 'logging-in';
  readonly sdk: null;
  readonly error: null;
  /** What the attempt before failed with. */
  readonly lastError: TCCCError | null;
  /** When the next attempt starts, in ms since the epoch, while one is waited for. */
  readonly retryAt: number | null;
}

/** Logged in. */
export interface TCCCReady extends Common {
  readonly status: 'ready';
  /** `window.tccc` itself. Not enumerable. */
  readonly sdk: TCCCSdk;
  readonly error: null;
  readonly lastError: null;
  readonly retryAt: null;
}

/** Failed for good, until `retry()` or, after `login-timeout`, a late `ready`. */
export interface TCCCFailed extends Common {
  readonly status: 'error';
  readonly sdk: null;
  readonly error: TCCCError;
  readonly lastError: null;
  readonly retryAt: null;
}

/** Where the connection stands. Replaced, never changed: the same object until something changed. */
export type TCCCSnapshot = TCCCIdle | TCCCConnecting | TCCCReady | TCCCFailed;
/** The status of a connection. */
export type TCCCStatus = TCCCSnapshot['status'];

/** Options of `disconnect()`. */
export interface TCCCDisconnectOptions {
  /** Also while somebody is talked to, as for a log-out. Default false. */
  force?: boolean | undefined;
}

/** What a component can do about the connection. Stable functions that ignore their arguments. */
export interface TCCCActions {
  /**
   * Connects. While connecting, the promise of that connect; when ready, the SDK; after an error, `retry()`.
   * Rejects with the `TCCCError` that the status shows, or `aborted`.
   */
  connect(this: void): Promise<TCCCSdk>;
  /** Tries again after an error; during a back-off, at once (but never before a `Retry-After` of the server). */
  retry(this: void): Promise<TCCCSdk>;
  /**
   * Takes the agent offline and the SDK out of the page. Connects no more by itself until `connect()` or a
   * new mount. Rejects with `session-live` while a session that is no chat is dialing, connected or held;
   * `{ force: true }`, as for a log-out, ends that too, and never rejects.
   */
  disconnect(this: void, options?: TCCCDisconnectOptions | object): Promise<void>;
}

/** What `useTCCC` returns: narrow it by `status`, and `sdk` and `error` follow. */
export type TCCCState = TCCCSnapshot & TCCCActions;

/** The parts of a snapshot that differ from `idle`. */
export interface SnapshotParts {
  status: TCCCStatus;
  sdk?: TCCCSdk | null | undefined;
  error?: TCCCError | null;
  lastError?: TCCCError | null;
  retryAt?: number | null;
  attempt?: number;
  durations?: TCCCDurations;
}

/** `base` with `sdk` beside it, out of reach of whatever walks or serialises a state. */
export function withSdk(base: object, sdk: TCCCSdk | null): object {
  return Object.defineProperty(base, 'sdk', { value: sdk });
}

export function makeSnapshot({ sdk = null, ...parts }: SnapshotParts): TCCCSnapshot {
  return withSdk(
    { error: null, attempt: 0, lastError: null, retryAt: null, durations: {}, ...parts },
    sdk,
  ) as TCCCSnapshot;
}

export const IDLE: TCCCSnapshot = /* @__PURE__ */ makeSnapshot({
  status: 'idle',
});
