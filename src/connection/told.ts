import type { TCCCCallInEvent } from '../sdk/event-map.js';
import { EVENTS } from '../sdk/event-names.js';
import { sessionIdOf } from '../sdk/payload.js';
import { kindOf } from '../sdk/session-kind.js';
import { shared, type Standing } from './record.js';

const drop = (gone: string): void => {
  shared.log = shared.log.filter(([id]) => id !== gone);
};

const isOver = ({ phase }: Standing): boolean => /over|late|done/.test(phase);

/** Keeps an event until its session is completed. Of too many, those of the session that ended first go. */
export function keep(name: string, payload: unknown): void {
  const steps = Object.entries(EVENTS).find(([of]) => of === name)?.[1];
  const id = steps === 'status' ? '' : sessionIdOf(payload);
  if (!steps || id === undefined) return;
  const session = shared.log.find(([of]) => of === id)?.[4] ?? { phase: 'none', kind: 'unknown' };
  const [to] =
    steps
      .split(', ')
      .find((step) => step.split(' ').includes(session.phase, 1))
      ?.split(' ') ?? [];
  // Of a session that is done, only that is remembered: nothing but a `callIn` opens it again.
  if (!to && session.phase === 'done') return;
  if (!id || to === 'done') drop(id);
  session.phase = to ?? session.phase;
  if (id && (session.kind === 'unknown' || to === 'rings')) session.kind = kindOf(payload as TCCCCallInEvent);
  shared.log.push([id, name, payload, Date.now(), session]);
  // The most events that are kept. A session that is talked is not forgotten, however much is told of it.
  if (shared.log[2000]) {
    const gone =
      shared.log.find(([, what, , , standing]) => isOver(standing) && /End|ransfer|Comp/.test(what)) ??
      shared.log.find(([, , , , { phase }]) => phase !== 'talks');
    if (gone) drop(gone[0]);
    else shared.log.shift();
  }
}

/** Whether a customer would be cut off: a session is dialing, connected or held, and no chat. */
export const isLive = (): boolean =>
  shared.log.some(([, , , , { phase, kind }]) => phase === 'talks' && kind !== 'im');

/** Whether there is a chat or a video call, which exist only in the vendor's interface. */
export const isShown = (): boolean =>
  shared.log.some(([, , , , standing]) => !isOver(standing) && /im|video/.test(standing.kind));
