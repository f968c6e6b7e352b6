import type { ComponentType, ReactNode } from 'react';

/** The records that there are: sessions of ours, remote participants of the peers. */
export const RECORDS = 200;

/** Two of LiveKit's: its narrowest hook, handed a participant, and the one that finds it by its identity. */
export type Name = 'tccc' | 'daily' | 'livekit' | 'livekitById';

/** One change of one record, made ready before the clock runs. */
export interface Update {
  /** Lets the SDK tell it. */
  fire(): void;
  record: number;
  /** What a consumer of the record shows afterwards. */
  shows: string;
}

/** A library with its provider in the page and its records in its store. */
export interface Contender {
  /** Renders these children below the provider before it returns, as far as React does that. */
  show(children: ReactNode): void;
  /** Reads one record. */
  One: ComponentType<{ record: number }>;
  /** Reads a list that no update changes. */
  List: ComponentType;
  /** The next change of this record. Changes are fired in the order in which they were made. */
  next(record: number): Update;
  /** How many listeners it has on the SDK now, the provider's included. */
  listeners(): number;
}

/** What the components did. */
export const seen = { renders: 0, lists: 0, idle: 0, mounted: 0, lastCommit: 0 };

/** For use in a render: a component may not write by itself. */
export function saw(what: 'renders' | 'lists' | 'idle'): void {
  seen[what] += 1;
}

/** The listeners of these emitters. */
export function countListeners(
  emitters: Iterable<{ eventNames(): string[]; listenerCount(name: string): number }>,
): number {
  let count = 0;
  for (const emitter of emitters) {
    for (const name of emitter.eventNames()) count += emitter.listenerCount(name);
  }
  return count;
}
