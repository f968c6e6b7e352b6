/** What each code of `TCCCError` tells besides its message. Times in ms unless said otherwise. */
export interface TCCCErrorDetails {
  /** The request for the token failed before an answer came, or `fetchToken` threw. */
  'token-network': object;
  /** No whole answer within `timeouts.token`. */
  'token-timeout': { timeout: number };
  /** The endpoint answered outside 2xx. `retryAfter`: what it asked for in `Retry-After`, in s. */
  'token-http': { status: number; retryAfter?: number | undefined };
  /** Not signed in: 401, 403, or redirected to something that is not JSON. */
  'token-unauthorized': { status: number };
  /** The answer is no token response. */
  'token-malformed': {
    reason: 'not-json' | 'no-url' | 'bad-url' | 'parse-token-threw';
  };
  /** The SDK URL is not one to load a script from. Nothing was requested. */
  'sdk-url-blocked': {
    host: string;
    reason: 'protocol' | 'user-info' | 'host';
  };
  /** The script tag reported an error. `directive`: the CSP directive that blocked it, if one did. */
  'script-load-failed': { host: string; directive?: string | undefined };
  /** The script did not load within `timeouts.script`. */
  'script-timeout': { timeout: number };
  /** The script ran and left neither `window.tccc` nor `window.TCCC`, or nothing that could be used. */
  'sdk-missing': object;
  /** The SDK refused the token before `ready`. */
  'token-expired': object;
  /** No `ready` within `timeouts.login`. */
  'login-timeout': { timeout: number };
  /** A provider prop is unusable. */
  'config-invalid': { prop: string };
  /** A hook was called outside a provider. */
  'provider-missing': { caller: string };
  /** The page already has a connection or an SDK that is not this provider's. */
  'provider-conflict': { reason: 'protocol' | 'foreign-sdk' | 'identity' };
  /** A handler or callback of the app threw or rejected. */
  'handler-failed': { handler: string };
  /** Ended by `disconnect()`, by an unmount, or by a change of agent or endpoint. */
  aborted: object;
  /** An SDK method failed. `errorMsg`: the vendor's own words; `action` and `sessionId`: where a hook called it. */
  'sdk-call-failed': CallDetails & { errorMsg?: string | undefined };
  /** An SDK method did not answer within `timeouts.call`. What it does may still happen: the events tell. */
  'sdk-call-timeout': CallDetails & { timeout: number };
  /** There is no SDK that is ready. */
  'not-ready': CallDetails;
  /** The action cannot be done now. Nothing was called. `state`: of the session, or of the agent. */
  'action-unavailable': CallDetails & { state: string | null; reason: string };
  /** `disconnect()` without `force`, while a customer is talked to. */
  'session-live': object;
  /** An event named no session. It was ignored. */
  'malformed-event': { event: string };
}

/** Which action of which hook it was. */
interface CallDetails {
  action?: string | undefined;
  sessionId?: string | undefined;
}

/** The stable code of a `TCCCError`. */
export type TCCCErrorCode = keyof TCCCErrorDetails;
