import type { TCCCEventMap } from './event-map.js';

/** A name `useTCCCEvent` takes: a key of `TCCCEventMap`. */
export type TCCCEventName = Extract<keyof TCCCEventMap, string>;

/**
 * Every event the vendor documents. The hub listens to each of them from `load` on. For those of sessions: how far
 * the session then is, and how far it must have been. `late`: nothing but its end is known, and its `callIn` may
 * still come.
 */
export const EVENTS: Readonly<Record<string, string>> = {
  ready: '',
  tokenExpired: '',
  callIn: 'rings none over done, over late',
  userAccessed: 'talks none rings',
  autoTransfer: 'over none rings',
  sessionEnded: 'late none, over rings talks',
  sessionCompleted: 'done rings talks over late',
  callOuted: 'talks none, over late',
  calloutAccepted: 'talks none',
  transfer: 'over none rings talks',
  statusChanged: 'status',
};

export const EVENT_NAMES: readonly TCCCEventName[] = Object.keys(EVENTS) as TCCCEventName[];
