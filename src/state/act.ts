import { ignore } from '../sdk/isolate.js';
import { callSdk } from '../sdk/reply.js';
import type { Desk, Link } from './desk.js';
import { methodsOf, nameOf, type TCCCSessionAction, whyNot } from './methods.js';
import { perform, refuse } from './perform.js';

const WITHOUT_EVENT = /^(hold|resume|(un)?mute(Video)?)$/;

/** What an action is given, as its SDK method takes it. A click's event is nothing. */
function optionsOf(action: TCCCSessionAction, given: unknown): object {
  if (action === 'sendDigits') return { dtmfText: given as string };
  if (action !== 'transfer') return {};
  const { userId, skillGroupId } = given as { userId?: string; skillGroupId?: string };
  return userId ? { userId } : { skillGroupId };
}

/** Does an action with a session. Its events tell what comes of it; those without get their state by the reply. */
export function act(
  desk: Desk,
  link: Link,
  sessionId: string,
  action: TCCCSessionAction,
  given: unknown,
): Promise<void> {
  const deed = { sessionId, action };
  const [mine, sdk] = link.peek();
  const pending = mine && desk.doings(sessionId)?.[action]?.pending;
  if (pending) return pending as Promise<void>;
  const session = mine ? desk.session(sessionId) : undefined;
  const name = session && nameOf(session, action);
  const reason = whyNot(session, action, sdk);
  if (session && name === '' && !reason) {
    desk.apply(sessionId, 'sessionCompleted', {});
    return Promise.resolve();
  }
  if (reason && sdk && mine) {
    return refuse(
      desk,
      deed,
      'action-unavailable',
      `${action} cannot be done now (${reason}). Offer it only where its available is true.`,
      { state: session?.state ?? null, reason },
    );
  }
  return perform(desk, link, deed, async (tccc) => {
    if (!session) return;
    const methods = methodsOf(tccc, session);
    await callSdk(() => methods[name ?? '']?.({ sessionId, ...optionsOf(action, given) }));
    if (!WITHOUT_EVENT.test(action) || link.peek()[1] !== tccc) return;
    desk.apply(sessionId, action as 'hold', {});
    const { isMicMuted } = methods;
    if (!isMicMuted || /Video/.test(action)) return;
    // Nobody waits for the answer: it only settles what the reply has made likely.
    callSdk(() => methods['isMicMuted']?.({ sessionId })).then((muted) => {
      if (typeof muted === 'boolean' && link.peek()[1] === tccc) {
        desk.apply(sessionId, muted ? 'mute' : 'unmute', {}, 'settled');
      }
    }, ignore);
  });
}
