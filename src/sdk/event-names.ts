import type { TCCCEventMap } from './event-map.js';

/** A name `useTCCCEvent` takes: a key of `TCCCEventMap`. */
export type TCCCEventName = Extract<keyof TCCCEventMap, string>;

/** Every event the vendor documents. The hub listens to each of them from `load` on. */
export const EVENT_NAMES: readonly TCCCEventName[] = [
  'ready',
  'tokenExpired',
  'callIn',
  'userAccessed',
  'autoTransfer',
  'sessionEnded',
  'sessionCompleted',
  'callOuted',
  'calloutAccepted',
  'transfer',
  'statusChanged',
];
