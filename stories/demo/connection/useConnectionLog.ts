import { useReducer } from 'react';

import type { TCCCDurations, TCCCSnapshot } from '../../../src/index.js';

/** One call of `onStatusChange`. */
export interface LogEntry {
  id: number;
  /** Since the page was opened, in ms. */
  at: number;
  snapshot: TCCCSnapshot;
}

const KEPT = 40;

/** A connect that has just begun: what went before it is history. */
const begins = ({ status, attempt, lastError, retryAt }: TCCCSnapshot): boolean =>
  status === 'fetching-token' && attempt === 1 && !lastError && !retryAt;

function add(log: readonly LogEntry[], { snapshot, at }: Omit<LogEntry, 'id'>): readonly LogEntry[] {
  const id = (log.at(-1)?.id ?? 0) + 1;
  return [...(begins(snapshot) ? [] : log), { id, at, snapshot }].slice(-KEPT);
}

/** Every snapshot of the present connect, and the `onStatusChange` that collects them. */
export function useConnectionLog(): [
  log: readonly LogEntry[],
  onStatusChange: (snapshot: TCCCSnapshot) => void,
] {
  const [log, dispatch] = useReducer(add, []);
  return [log, (snapshot) => dispatch({ snapshot, at: performance.now() })];
}

/** How long the steps of the last attempt took, also after it has failed. */
export function durationsOf(log: readonly LogEntry[]): TCCCDurations {
  const start = log.findLastIndex(
    ({ snapshot: { status, retryAt } }) => status === 'fetching-token' && !retryAt,
  );
  return log
    .slice(Math.max(start, 0))
    .reduce<TCCCDurations>((all, { snapshot }) => ({ ...all, ...snapshot.durations }), {});
}
