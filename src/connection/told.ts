import type { TCCCCallInEvent } from '../sdk/event-map.js';
import { sessionIdOf } from '../sdk/payload.js';
import { shared } from './record.js';

/** The most events that are kept. */
const KEPT = 2000;

const drop = (gone: string | undefined): void => {
  shared.log = shared.log.filter(([id]) => id !== gone);
};

/** Keeps an event until its session is completed. Of too many, those of the session that ended first go. */
export function keep(name: string, payload: unknown): void {
  const id = name === 'statusChanged' ? '' : sessionIdOf(payload);
  if (id === undefined) return;
  if (!id) drop(id);
  shared.log.push([id, name, payload, Date.now()]);
  if (name === 'sessionCompleted') drop(id);
  if (shared.log[KEPT]) drop((shared.log.find(([, what]) => /End|ransfer/.test(what)) ?? shared.log[0])?.[0]);
}

/** Whether there is a session whose newest attempt is like this, a letter for each event. */
function some(like: RegExp): boolean {
  const told: Record<string, string> = {};
  for (const [id, name, payload] of shared.log) {
    const { type, nickname, calleePhoneNumber, callee, userId } = payload as TCCCCallInEvent;
    // Of `callIn`: V for a video, C for a chat, which the vendor may print as that of a `phone`; else I.
    const letter =
      name !== 'callIn'
        ? name[4]
        : type === 'video'
          ? 'V'
          : type === 'im' || (type !== 'voip' && nickname && !calleePhoneNumber && !callee && !userId)
            ? 'C'
            : 'I';
    told[id] = `${told[id] ?? ''}${letter}`;
  }
  return Object.values(told).some((letters) => like.test(letters.replace(/.*[isT][^ICV]*(?=[ICV])/, '')));
}

/** Whether a customer would be cut off: a session is dialing, connected or held, and no chat. */
export const isLive = (): boolean => some(/^[^Cis]*[OoA][^Cis]*$/);

/** Whether there is a chat or a video call, which exist only in the vendor's interface. */
export const isShown = (): boolean => some(/^[^isT]*[CV][^isT]*$/);
