'use client';
import { getPage } from '../connection/page.js';
import type { View } from '../connection/view.js';
import { createDesk, type Desk, type Link } from '../state/desk.js';
import { EMPTY_DESK, type TCCCDesk } from '../state/desk-snapshot.js';
import { useView } from './context.js';

/** The stores as one provider's agent sees them. Stable: one a view. */
export interface DeskView extends Link {
  /** The page's stores, made when first asked for. */
  desk: () => Desk;
  getSnapshot: () => TCCCDesk;
  getServerSnapshot: () => TCCCDesk;
}

const known = new WeakMap<View, DeskView>();

function createDeskView(view: View): DeskView {
  const desk = (): Desk => {
    const page = getPage();
    if (!page.desk) {
      const made = createDesk(view);
      page.desk = made;
      page.tap = made.hear;
    }
    return page.desk as Desk;
  };
  return {
    desk,
    peek: view.peek,
    subscribe: (listener) => desk().subscribe(listener),
    // Another agent's customers are nobody's business here.
    getSnapshot: () => (view.peek()[0] ? desk().getSnapshot() : EMPTY_DESK),
    getServerSnapshot: () => EMPTY_DESK,
  };
}

/** @throws `provider-missing` outside a provider. */
export function useDesk(caller: string): DeskView {
  const view = useView(caller);
  const desk = known.get(view) ?? createDeskView(view);
  known.set(view, desk);
  return desk;
}
