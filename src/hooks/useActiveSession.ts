'use client';
import { snapshotOf } from '../state/desk-snapshot.js';
import type { Desk } from '../state/desk-types.js';
import { isLive } from '../state/live.js';
import type { TCCCSession } from '../state/session.js';
import { useView } from './context.js';
import { useRead } from './desk.js';

type Active = Extract<Exclude<TCCCSession, { kind: 'im' }>, { state: 'dialing' | 'connected' | 'held' }>;

const active = (desk?: Desk): Active | undefined =>
  snapshotOf(desk)
    .sessions.filter(isLive)
    .reverse()
    // Connected, dialing, held: the order of the alphabet.
    .sort((a, b) => a.state.localeCompare(b.state))[0];

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
  return useRead(useView('useActiveSession'), active);
}
