import { ignore } from '../sdk/isolate.js';
import { callSdk } from '../sdk/reply.js';
import type { Desk } from './desk-types.js';
import { methodOf, type TCCCSessionAction } from './methods.js';
import { hasNoEvent } from './next.js';
import { perform } from './perform.js';
import { queue } from './queue-digits.js';

/** Does an action with a session. Its events tell what comes of it; those without get their state by the reply. */
export function act(
  desk: Desk | undefined,
  sessionId: string,
  action: TCCCSessionAction,
  given: unknown,
): Promise<void> {
  const sdk = desk?.sdk;
  const session = desk?.session(sessionId);
  const [reason, name, methods] = methodOf(session, action, sdk);
  if (!reason && !name) {
    desk?.apply(sessionId, 'sessionCompleted');
    return Promise.resolve();
  }
  const call = (more?: object): unknown => methods?.[name ?? '']?.({ sessionId, ...more });
  const send = action === 'sendDigits' && !reason && queue(desk, sessionId, given as string);
  return perform(
    desk,
    sessionId,
    action,
    () => {
      if (send) return send(call);
      const { userId, skillGroupId } = (given ?? {}) as { userId?: string; skillGroupId?: string };
      // A click's event is nothing.
      return call(action === 'transfer' ? (userId ? { userId } : { skillGroupId }) : undefined);
    },
    (own, reply) => {
      // Not every SDK tells of a removed session.
      const cause = action === 'remove' ? 'sessionCompleted' : hasNoEvent(action) && (action as 'hold');
      // The reply of an earlier attempt is nothing to one that came back.
      const isSame = (): boolean => own.session(sessionId)?.attempt === session?.attempt;
      if (!cause || !isSame()) return;
      own.apply(sessionId, cause);
      const { micMuted } = own.session(sessionId) ?? {};
      if (/V|rem/.test(action)) return;
      // Nobody waits for the answer: it only settles what the reply has made likely.
      callSdk(() => methods?.['isMicMuted']?.({ sessionId })).then((muted) => {
        // A method that answers nothing may not have done it yet: then only a yes counts.
        const sure = reply !== undefined || muted === /^[mh]/.test(action);
        // Nor does one that a later reply has overtaken.
        const isNewest = isSame() && own.session(sessionId)?.micMuted === micMuted;
        if (typeof muted === 'boolean' && sure && own.sdk === sdk && isNewest) {
          own.apply(sessionId, muted ? 'mute' : 'unmute', {}, 'settled');
        }
      }, ignore);
    },
    reason,
    session?.state,
  );
}
