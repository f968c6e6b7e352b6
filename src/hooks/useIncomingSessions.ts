'use client';
import type { TCCCSession } from '../state/session.js';
import { useFiltered } from './useSessions.js';

const OFFERED = { state: 'offered' } as const;

/**
 * The sessions that ring at this agent, the newest last.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * return useIncomingSessions().map((session) => <Ringing key={session.sessionId} session={session} />);
 */
export function useIncomingSessions(): readonly Extract<TCCCSession, { state: 'offered' }>[] {
  return useFiltered('useIncomingSessions', OFFERED) as readonly Extract<TCCCSession, { state: 'offered' }>[];
}
