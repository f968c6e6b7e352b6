import { callSdk } from '../sdk/reply.js';
import type { Desk } from './desk-types.js';

/** Digits that wait until others have been sent, by session. */
const waiting = new Map<string, string>();

/**
 * Queues digits behind those that are on their way: whoever presses keys fast loses none. Returns what sends all
 * that have come by then, and meanwhile.
 */
export function queue(
  desk: Desk | undefined,
  sessionId: string,
  digits: string,
): (call: (more: object) => unknown) => Promise<void> {
  const before = desk?.doings(sessionId)?.['sendDigits']?.pending && waiting.get(sessionId);
  waiting.set(sessionId, (before ?? '') + digits);
  return async (call) => {
    for (let dtmfText; (dtmfText = waiting.get(sessionId));) {
      waiting.delete(sessionId);
      const more = { dtmfText };
      await callSdk(() => call(more));
    }
  };
}
