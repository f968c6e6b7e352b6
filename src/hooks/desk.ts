'use client';
import { useSyncExternalStore } from 'react';

import { getPage } from '../connection/page.js';
import type { View } from '../connection/view.js';
import { createDesk, type Desk } from '../state/desk.js';
import { EMPTY_DESK, type TCCCDesk } from '../state/desk-snapshot.js';
import { useView } from './context.js';

/** The page's stores, made when first asked for, as one provider's agent sees them. The same one for a view. */
export function deskOf(view: View): Desk {
  const page = getPage();
  if (!page.desk) {
    const desk = (page.desk = createDesk(view, page));
    page.tap = desk.hear;
  }
  return (view.desk ??= { ...(page.desk as Desk), peek: view.peek }) as Desk;
}

const followerOf = (view: View): View['subscribe'] =>
  (view.follow ??= (listener) => deskOf(view).subscribe(listener));

/** The stores where they are this agent's: another's customers are nobody's business here. */
export const ownDesk = (view: View): Desk | undefined => (view.peek()[0] ? deskOf(view) : undefined);

export const snapshotOf = (desk: Desk | undefined): TCCCDesk => desk?.getSnapshot() ?? EMPTY_DESK;

/**
 * What `read` reads of the stores, for a hook of this name: the same until something of it changed. It gets no
 * stores on a server, and while the connection is another agent's.
 *
 * @throws `provider-missing` outside a provider.
 */
export function useRead<T>(caller: string, read: (desk?: Desk) => T): T {
  const view = useView(caller);
  return useSyncExternalStore(
    followerOf(view),
    () => read(ownDesk(view)),
    () => read(),
  );
}
