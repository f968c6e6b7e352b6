import type { TCCCEventName } from '../../../src/index.js';
import type { Tone } from '../ui.js';

/** Every event that the vendor documents, and its colour in the log. */
export const EVENT_TONES = {
  ready: 'good',
  tokenExpired: 'bad',
  callIn: 'warn',
  userAccessed: 'good',
  autoTransfer: 'neutral',
  sessionEnded: 'neutral',
  sessionCompleted: 'neutral',
  callOuted: 'info',
  calloutAccepted: 'good',
  transfer: 'info',
  statusChanged: 'info',
} as const satisfies Partial<Record<TCCCEventName, Tone>>;

/** An event that the log shows. */
export type LoggedEvent = keyof typeof EVENT_TONES;

export const LOGGED_EVENTS = Object.keys(EVENT_TONES) as LoggedEvent[];
