'use client';
import type { TCCCSession } from '../state/session.js';
import { useView } from './context.js';
import { useRead } from './desk.js';

/**
 * One session. Renders when that one changes, and for no other.
 *
 * @returns `undefined` while no session of that id is known, and once the history has dropped it.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const session = useSession(sessionId);
 * if (session?.state === 'ended') return <p>Ended by {session.closeBy}</p>;
 */
export function useSession(sessionId: string): TCCCSession | undefined {
  return useRead(useView('useSession'), (desk) => desk?.session(sessionId), sessionId);
}
