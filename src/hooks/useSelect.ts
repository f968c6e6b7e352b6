'use client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import type { TCCCDesk } from '../state/desk-snapshot.js';
import { useDesk } from './desk.js';

/** `useTCCCSelector`, for a hook of this name. */
export function useSelect<T>(
  caller: string,
  select: (desk: TCCCDesk) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const { subscribe, getSnapshot, getServerSnapshot } = useDesk(caller);
  const [shown] = useState((): { kept?: { value: T } } => ({}));
  const [read, readServer] = useMemo(() => {
    const memo = (get: () => TCCCDesk) => {
      let seen: TCCCDesk | undefined;
      let { kept } = shown;
      return (): T => {
        const desk = get();
        if (!kept || desk !== seen) {
          const value = select(desk);
          // The same as was shown, though the selector be another.
          if (!kept || !isEqual(kept.value, value)) kept = { value };
          seen = desk;
        }
        return kept.value;
      };
    };
    return [memo(getSnapshot), memo(getServerSnapshot)];
  }, [getSnapshot, getServerSnapshot, select, isEqual, shown]);
  const value = useSyncExternalStore(subscribe, read, readServer);

  // What is shown now, for the next selector.
  useEffect(() => {
    Object.assign(shown, { kept: { value } });
  }, [shown, value]);

  return value;
}

/** Whether two lists hold the same. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
