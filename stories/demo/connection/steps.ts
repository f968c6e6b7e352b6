import type { TCCCErrorCode, TCCCSnapshot } from '../../../src/index.js';

/** The steps of a connect, in their order. */
export const STEPS = ['token', 'script', 'login', 'ready'] as const;
export type StepName = (typeof STEPS)[number];
/** How far a step is. `waiting`: for the next attempt. */
export type StepState = 'todo' | 'waiting' | 'active' | 'done' | 'failed';

const ACTIVE = { 'fetching-token': 'token', 'loading-script': 'script', 'logging-in': 'login' } as const;

/** The step that an error stopped; `undefined` for errors outside a connect. */
export function failedStep(code: TCCCErrorCode): StepName | undefined {
  if (code === 'login-timeout' || code === 'token-expired') return 'login';
  if (code.startsWith('token-')) return 'token';
  return code.startsWith('s') && code !== 'sdk-call-failed' ? 'script' : undefined;
}

/** How far each step is. */
export function stepStates({ status, error, retryAt }: TCCCSnapshot): Record<StepName, StepState> {
  const stop = status === 'error' ? failedStep(error.code) : status === 'idle' ? 'token' : undefined;
  const active = status in ACTIVE ? ACTIVE[status as keyof typeof ACTIVE] : stop;
  const at = status === 'ready' ? STEPS.length : active ? STEPS.indexOf(active) : 0;
  const here: StepState =
    status === 'error' ? 'failed' : status === 'idle' ? 'todo' : retryAt ? 'waiting' : 'active';
  const states = STEPS.map((name, index) => [name, index < at ? 'done' : index === at ? here : 'todo']);
  return Object.fromEntries(states) as Record<StepName, StepState>;
}
