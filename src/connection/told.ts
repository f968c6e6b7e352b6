import type { TCCCCallInEvent } from '../sdk/event-map.js';
import { EVENTS } from '../sdk/event-names.js';
import { sessionIdOf } from '../sdk/payload.js';
import { kindOf } from '../sdk/session-kind.js';
import { shared } from './record.js';

const drop = (gone: string | undefined): void => {
  shared.log = shared.log.filter(([id]) => id !== gone);
};

/** Keeps an event until its session is completed. Of too many, those of the session that ended first go. */
export function keep(name: string, payload: unknown): void {
  const [to, ...from] = (EVENTS[name] ?? '').split(' ');
  const id = to === 'status' ? '' : sessionIdOf(payload);
  if (!to || id === undefined) return;
  const session = shared.log.find(([of]) => of === id)?.[4] ?? { phase: 'none', kind: 'unknown' };
  const moves = from.includes(session.phase);
  if (moves) session.phase = to;
  if (!id) drop(id);
  else if (session.kind === 'unknown' || (moves && to === 'rings'))
    session.kind = kindOf(payload as TCCCCallInEvent);
  shared.log.push([id, name, payload, Date.now(), session]);
  if (to === 'done') drop(id);
  // The most events that are kept.
  if (shared.log[2000]) {
    const over = shared.log.find(([, what, , , { phase }]) => phase === 'over' && /End|ransfer/.test(what));
    drop((over ?? shared.log[0])?.[0]);
  }
}

/** Whether a customer would be cut off: a session is dialing, connected or held, and no chat. */
export const isLive = (): boolean =>
  shared.log.some(([, , , , { phase, kind }]) => phase === 'talks' && kind !== 'im');

/** Whether there is a chat or a video call, which exist only in the vendor's interface. */
export const isShown = (): boolean =>
  shared.log.some(([, , , , { phase, kind }]) => phase !== 'over' && /im|video/.test(kind));
