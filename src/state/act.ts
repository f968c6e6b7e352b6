import { ignore } from '../sdk/isolate.js';
import { callSdk } from '../sdk/reply.js';
import type { Desk } from './desk.js';
import { methodsOf, nameOf, type TCCCSessionAction, whyNot } from './methods.js';
import { hasNoEvent } from './next.js';
import { perform } from './perform.js';

/** Does an action with a session. Its events tell what comes of it; those without get their state by the reply. */
export function act(desk: Desk, sessionId: string, action: TCCCSessionAction, given: unknown): Promise<void> {
  const [mine, sdk] = desk.peek();
  const session = mine ? desk.session(sessionId) : undefined;
  const reason = whyNot(session, action, sdk);
  const name = session && nameOf(session, action);
  if (!reason && !name) {
    desk.apply(sessionId, 'sessionCompleted', {});
    return Promise.resolve();
  }
  return perform(
    desk,
    sessionId,
    action,
    async (tccc) => {
      const call = (method = ''): Promise<unknown> =>
        callSdk(() => {
          const { userId, skillGroupId } = (given ?? {}) as { userId?: string; skillGroupId?: string };
          return (
            session &&
            methodsOf(tccc, session)?.[method]?.({
              sessionId,
              // A click's event is nothing.
              ...(action === 'sendDigits' && { dtmfText: given }),
              ...(action === 'transfer' && (userId ? { userId } : { skillGroupId })),
            })
          );
        });
      const reply = await call(name);
      // Not every SDK tells of a removed session.
      const cause = action === 'remove' ? 'sessionCompleted' : hasNoEvent(action) && (action as 'hold');
      if (!cause || desk.peek()[1] !== tccc) return;
      desk.apply(sessionId, cause, {});
      if (/V|rem/.test(action)) return;
      // Nobody waits for the answer: it only settles what the reply has made likely.
      call('isMicMuted').then((muted) => {
        // A method that answers nothing may not have done it yet: then only a yes counts.
        const sure = reply !== undefined || muted === /^[mh]/.test(action);
        if (typeof muted === 'boolean' && sure && desk.peek()[1] === tccc) {
          desk.apply(sessionId, muted ? 'mute' : 'unmute', {}, 'settled');
        }
      }, ignore);
    },
    reason,
    session?.state,
  );
}
