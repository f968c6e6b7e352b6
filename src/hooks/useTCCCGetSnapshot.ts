'use client';
import { snapshotOf, type TCCCDesk } from '../state/desk-snapshot.js';
import { useCallback } from 'react';

import { useView } from './context.js';
import { ownDesk } from './desk.js';

/**
 * A stable function that returns the desk's state as it is now, for handlers: what they closed over is older.
 * Never renders. In a handler of `useTCCCEvent`, the event is already in it.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const getSnapshot = useTCCCGetSnapshot();
 * useTCCCEvent('sessionEnded', ({ sessionId }) => {
 *   save(getSnapshot().sessions.find((session) => session.sessionId === sessionId));
 * });
 */
export function useTCCCGetSnapshot(): () => TCCCDesk {
  const view = useView('useTCCCGetSnapshot');
  return useCallback(() => snapshotOf(ownDesk(view)), [view]);
}
