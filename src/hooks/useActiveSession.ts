'use client';
import type { Desk } from '../state/desk.js';
import { isLive } from '../state/live.js';
import type { TCCCSession } from '../state/session.js';
import { snapshotOf, useRead } from './desk.js';

type Active = Extract<Exclude<TCCCSession, { kind: 'im' }>, { state: 'dialing' | 'connected' | 'held' }>;

const RANK = { connected: 0, dialing: 1, held: 2 };

const active = (desk?: Desk): Active | undefined =>
  snapshotOf(desk)
    .sessions.filter(isLive)
    .reverse()
    .sort((a, b) => RANK[a.state] - RANK[b.state])[0];

/**
 * The call that the agent is in: the connected one, else the one being dialed, else the one on hold; of
 * several, the newest. Chats are none.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const session = useActiveSession();
 * return session && <CallBar sessionId={session.sessionId} />;
 */
export function useActiveSession(): Active | undefined {
  return useRead('useActiveSession', active);
}
