/** Any listener: what it takes depends on the event's name. */
export type Listener = (payload: never) => void;

/**
 * An event emitter with the manners of Node's, which is what the real SDK seems to have inside: listeners
 * run in order, the same function may be added twice, and one that throws stops those after it.
 */
export interface Emitter {
  on(name: string, listener: Listener): void;
  /** Removes the copy of `listener` that was added last. */
  off(name: string, listener: Listener): void;
  emit(name: string, payload: unknown): void;
  /** Listeners of one event, or of all. */
  count(name?: string): number;
}

/** An emitter without listeners. */
export function createEmitter(): Emitter {
  const lists = new Map<string, readonly Listener[]>();
  const of = (name: string): readonly Listener[] => lists.get(name) ?? [];
  return {
    on(name, listener) {
      if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be a function.');
      lists.set(name, [...of(name), listener]);
    },
    off(name, listener) {
      const list = of(name);
      const index = list.lastIndexOf(listener);
      if (index >= 0) lists.set(name, [...list.slice(0, index), ...list.slice(index + 1)]);
    },
    emit(name, payload) {
      for (const listener of of(name)) (listener as (payload: unknown) => void)(payload);
    },
    count(name) {
      if (name !== undefined) return of(name).length;
      let sum = 0;
      for (const list of lists.values()) sum += list.length;
      return sum;
    },
  };
}
