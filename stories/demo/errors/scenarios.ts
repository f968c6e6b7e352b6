import type { TCCCErrorCode, TCCCProviderOptions } from '../../../src/index.js';
import type { Wish } from '../service/wish.js';

/** How an error comes about, and so what the demo renders for it. */
export type ScenarioKind = 'connect' | 'mount' | 'action';

/** One way in which things go wrong. */
export interface Scenario {
  code: TCCCErrorCode;
  kind: ScenarioKind;
  /** What the backend is asked for … */
  wish?: Wish;
  /** … in so many token requests; those after it are answered well. */
  times?: number;
  props?: Pick<TCCCProviderOptions, 'retry' | 'timeouts'>;
  /** What the connection does about it without being told to. */
  byItself: 'yes' | 'once' | 'no' | 'retry-after';
}

/** Two attempts, so that a story shows one retry and is soon over. */
const retry = { attempts: 2, baseDelay: 700 };

const retried = (code: TCCCErrorCode, wish: Wish, timeouts?: object): Scenario => ({
  code,
  kind: 'connect',
  wish,
  times: 2,
  props: { retry, ...(timeouts && { timeouts }) },
  byItself: 'yes',
});

const final = (code: TCCCErrorCode, wish: Wish): Scenario => ({
  code,
  kind: 'connect',
  wish,
  times: 1,
  byItself: 'no',
});

const provoked = (code: TCCCErrorCode, kind: ScenarioKind): Scenario => ({ code, kind, byItself: 'no' });

/** Every row of the error table, in its order. */
export const SCENARIOS = {
  'token-network': retried('token-network', { token: 'network' }),
  'token-timeout': retried('token-timeout', { token: 'hang' }, { token: 700 }),
  'token-http-404': final('token-http', { token: 404 }),
  'token-http-503': {
    code: 'token-http',
    kind: 'connect',
    wish: { token: 503, retryAfter: 2 },
    times: 1,
    byItself: 'retry-after',
  },
  'token-unauthorized-401': final('token-unauthorized', { token: 401 }),
  'token-unauthorized-login': final('token-unauthorized', { token: 'login-page' }),
  'token-malformed': final('token-malformed', { token: 'not-json' }),
  'sdk-url-blocked': final('sdk-url-blocked', { token: 'foreign-host' }),
  'script-load-failed': retried('script-load-failed', { script: 'fail' }),
  'script-timeout': retried('script-timeout', { script: 'hang' }, { script: 700 }),
  'sdk-missing': retried('sdk-missing', { sim: { globalName: 'none' } }),
  'token-expired': {
    ...retried('token-expired', { sim: { login: 'expired' } }),
    byItself: 'once',
  },
  'login-timeout': {
    ...final('login-timeout', { sim: { readyDelay: 2500 } }),
    props: { timeouts: { login: 800 } },
  },
  'config-invalid': provoked('config-invalid', 'mount'),
  'provider-missing': provoked('provider-missing', 'mount'),
  'provider-conflict': provoked('provider-conflict', 'mount'),
  'handler-failed': provoked('handler-failed', 'action'),
  aborted: provoked('aborted', 'action'),
  'sdk-call-failed': provoked('sdk-call-failed', 'action'),
  'sdk-call-timeout': { ...provoked('sdk-call-timeout', 'action'), props: { timeouts: { call: 800 } } },
  'not-ready': provoked('not-ready', 'action'),
  'action-unavailable': provoked('action-unavailable', 'action'),
  'session-live': provoked('session-live', 'action'),
  'malformed-event': provoked('malformed-event', 'action'),
} as const satisfies Record<string, Scenario>;

/** Name of a scenario; that of its code, where a code has but one. */
export type ScenarioId = keyof typeof SCENARIOS;

/** All names, in the order of the error table. */
export const SCENARIO_IDS = Object.keys(SCENARIOS) as ScenarioId[];

/** A scenario by its name. */
export function scenarioOf(id: ScenarioId): Scenario {
  return SCENARIOS[id];
}
