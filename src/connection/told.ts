import type { TCCCCallInEvent } from '../sdk/event-map.js';
import { EVENTS } from '../sdk/event-names.js';
import { sessionIdOf } from '../sdk/payload.js';
import { kindOf } from '../sdk/session-kind.js';
import { shared } from './record.js';

/** The most events that are kept. */
const KEPT = 2000;

/** How far each session is that is not completed, and of what kind. */
let known: Record<string, readonly [phase: string, kind: string]> = {};

const drop = (gone: string | undefined): void => {
  shared.log = shared.log.filter(([id]) => id !== gone);
};

/** Keeps an event until its session is completed. Of too many, those of the session that ended first go. */
export function keep(name: string, payload: unknown): void {
  const [to, ...from] = (EVENTS[name] ?? '').split(' ');
  const id = to === 'status' ? '' : sessionIdOf(payload);
  if (!to || id === undefined) return;
  const [phase, kind] = known[id] ?? ['none', 'unknown'];
  const moves = from.includes(phase);
  if (id) {
    const told = kind === 'unknown' || (moves && to === 'rings') ? kindOf(payload as TCCCCallInEvent) : kind;
    known[id] = [moves ? to : phase, told];
  } else drop(id);
  shared.log.push([id, name, payload, Date.now()]);
  if (to === 'done') {
    drop(id);
    Reflect.deleteProperty(known, id);
  }
  if (shared.log[KEPT]) {
    const over = shared.log.find(([of, what]) => /End|ransfer/.test(what) && known[of]?.[0] === 'over');
    drop((over ?? shared.log[0])?.[0]);
  }
}

/** Forgets it all. */
export function forget(): void {
  shared.log = [];
  known = {};
}

/** Whether a customer would be cut off: a session is dialing, connected or held, and no chat. */
export const isLive = (): boolean =>
  Object.values(known).some(([phase, kind]) => phase === 'talks' && kind !== 'im');

/** Whether there is a chat or a video call, which exist only in the vendor's interface. */
export const isShown = (): boolean =>
  Object.values(known).some(([phase, kind]) => phase !== 'over' && /im|video/.test(kind));
