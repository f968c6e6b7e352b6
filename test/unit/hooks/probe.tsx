import { act, waitFor } from '@testing-library/react';
import { memo, type ReactElement } from 'react';
import { afterEach, expect } from 'vitest';
import {
  type TCCCSession,
  type TCCCSessionAction,
  type TCCCSessionActions,
  useSession,
  useSessionActions,
} from '../../../src/index.js';
import { getSimulator, type Simulator, type SimulatorOptions } from '../../../src/simulator/index.js';
import { type Desk, openDesk } from './desk.js';

type Options = NonNullable<Parameters<typeof openDesk>[1]>;

/** The one session of most tests. */
export const ID = 's-1';

/** Waits until `check` passes. */
export const soon = (check: () => void): Promise<void> => waitFor(check, { timeout: 4000, interval: 5 });

/** A component that keeps what `useIt` returns at each of its renders. */
export function probing<T>(useIt: () => T): { element: ReactElement; results: T[]; now: () => T } {
  const results: T[] = [];
  const Probe = memo(function Probe(): null {
    results.push(useIt());
    return null;
  });
  return { element: <Probe />, results, now: () => results.at(-1)! };
}

/** Nothing rings out; another agent in each test, who finds nothing of the last one's. */
export const fresh = (more?: Options): Options => ({
  agentKey: `${expect.getState().currentTestName}`,
  ...more,
  options: { ringTimeout: 0, ...more?.options } satisfies SimulatorOptions,
});

/** A ready connection, and a component below it that calls `useIt`. */
export async function openProbe<T>(
  useIt: () => T,
  more?: Options,
): Promise<{ desk: Desk; simulator: Desk['simulator']; results: T[]; now: () => T }> {
  const { element, ...probe } = probing(useIt);
  const desk = openDesk(element, fresh(more));
  await desk.until('ready');
  return { desk, simulator: desk.simulator, ...probe };
}

/** The session `ID` and its actions. */
export const useBoth = (): { session: TCCCSession | undefined; actions: TCCCSessionActions } => ({
  session: useSession(ID),
  actions: useSessionActions(ID),
});

/** The actions that can be done now. */
export const availableOf = (actions: TCCCSessionActions): string[] =>
  Object.entries(actions).flatMap(([name, { available }]) => (available ? [name] : []));

/** Runs an action, and waits for its end. */
export async function run(
  actions: TCCCSessionActions,
  action: TCCCSessionAction,
  given?: unknown,
): Promise<unknown> {
  let result: unknown;
  await act(async () => {
    result = await actions[action].run(given as never).catch((error: unknown) => error);
  });
  return result;
}

/** What was called of the SDK for sessions. */
export const callsOf = (simulator: Simulator): unknown[][] =>
  simulator.calls
    .filter(({ method }) => /^(Call|Chat|Video)\.(?!isMicMuted)/.test(method))
    .map(({ method, args }) => [method, ...args]);

/** Emits events, one act. */
export function emit(simulator: Simulator, ...events: (readonly [name: string, payload?: unknown])[]): void {
  act(() => {
    for (const [name, payload] of events) simulator.emit(name, payload);
  });
}

// A call under way would keep the agent online, and so the end of the connection waiting.
afterEach(() => {
  act(() => {
    getSimulator()?.forceOffline();
  });
});
