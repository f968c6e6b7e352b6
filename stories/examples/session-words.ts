import type { TCCCSession } from '../../src/index.js';

/** Seconds as a clock shows them: `1:05`. */
export const clock = (s: number): string => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;

/** Who is at the other end, as far as anything is known. */
export function nameOf(session: TCCCSession, withheld: string): string {
  if ('nickname' in session && session.nickname) return session.nickname;
  if ('peerUserId' in session && session.peerUserId) return session.peerUserId;
  if (session.kind !== 'phone') return withheld;
  const number = session.direction === 'inbound' ? session.callerPhoneNumber : session.calleePhoneNumber;
  return number?.replace(/^0086/, '') ?? withheld;
}
