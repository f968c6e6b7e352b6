'use client';
import { useEffect, useMemo, useState } from 'react';

import type { Desk } from '../state/desk-types.js';
import { snapshotOf, type TCCCDesk } from '../state/desk-snapshot.js';
import { useView } from './context.js';
import { useRead } from './desk.js';

/** `select`, asked only when there is something new: then the same as before if it is equal. */
function memo<T>(
  select: (desk: TCCCDesk) => T,
  isEqual: (a: T, b: T) => boolean,
  { value: kept }: { value?: readonly [T] },
): (desk?: Desk) => T {
  let seen: TCCCDesk | undefined;
  return (desk) => {
    const now = snapshotOf(desk);
    if (!kept || now !== seen) {
      const value = select(now);
      if (!kept || !isEqual(kept[0], value)) kept = [value];
      seen = now;
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
  const value = useRead(useView(caller), read);

  // What is shown now, for the next selector.
  useEffect(() => {
    Object.assign(shown, { value: [value] });
  });

  return value;
}

/** Whether two lists hold the same. */
export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
