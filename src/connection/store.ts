import { call } from './callbacks.js';
import { IDLE, makeSnapshot, type SnapshotParts, type TCCCSnapshot } from './snapshot.js';

const listeners = new Set<() => void>();

export let snapshot: TCCCSnapshot = IDLE;

/** Shows a new snapshot; without parts, `idle`. */
export function publish(parts?: SnapshotParts): void {
  if (!parts && snapshot === IDLE) return;
  snapshot = parts ? makeSnapshot(parts) : IDLE;
  for (const listener of listeners) listener();
  call('onStatusChange', snapshot);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
