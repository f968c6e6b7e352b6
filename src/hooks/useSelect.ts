'use client';
import { useEffect, useMemo, useState } from 'react';

import type { TCCCDesk } from '../state/desk-snapshot.js';
import { snapshotOf, useRead } from './desk.js';

/** `select`, asked only when there is something new: then the same as before if it is equal. */
function memo<T>(
  select: (desk: TCCCDesk) => T,
  isEqual: (a: T, b: T) => boolean,
  { value: kept }: { value?: readonly [T] },
): (desk: TCCCDesk) => T {
  let seen: TCCCDesk | undefined;
  return (desk) => {
    if (!kept || desk !== seen) {
      const value = select(desk);
      if (!kept || !isEqual(kept[0], value)) kept = [value];
      seen = desk;
    }
    return kept[0];
  };
}

/** `useTCCCSelector`, for a hook of this name. */
export function useSelect<T>(
  caller: string,
  select: (desk: TCCCDesk) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const [shown] = useState((): { value?: readonly [T] } => ({}));
  const read = useMemo(() => memo(select, isEqual, shown), [select, isEqual, shown]);
  const value = useRead(caller, (desk) => read(snapshotOf(desk)));

  // What is shown now, for the next selector.
  useEffect(() => {
    Object.assign(shown, { value: [value] });
  });

  return value;
}

/** Whether two lists hold the same. */
export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
