'use client';
import { useCallback, useSyncExternalStore } from 'react';

import { getPage } from '../connection/page.js';
import type { View } from '../connection/view.js';
import { createDesk } from '../state/desk.js';
import type { Desk } from '../state/desk-types.js';

/** The page's stores, made when first asked for. */
function deskOf(view: View): Desk {
  const page = getPage();
  return (page.desk ??= createDesk(view, page)) as Desk;
}

/** The stores where they are this agent's: another's customers are nobody's business here. */
export const ownDesk = (view: View): Desk | undefined => (view.peek()[0] ? deskOf(view) : undefined);

/**
 * What `read` reads of the stores: the same until something of it changed. It gets no stores on a server, and
 * while the connection is another agent's.
 *
 * @param id The session that it reads of, if it reads of one only: then nothing else asks it again.
 */
export function useRead<T>(view: View, read: (desk?: Desk) => T, id?: string): T {
  return useSyncExternalStore(
    useCallback((listener) => deskOf(view).subscribe(listener, id), [view, id]),
    () => read(ownDesk(view)),
    () => read(),
  );
}
