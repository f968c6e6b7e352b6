import type { ScriptUrlPolicy } from './trusted-url.js';

/** How far a session is, and of what kind: one record for all its events. */
export interface Standing {
  phase: string;
  kind: string;
}

/** An event that was kept: its session, or `''` for the agent's status; when it came is in ms since the epoch. */
export type Told = readonly [
  sessionId: string,
  name: string,
  payload: unknown,
  at: number,
  standing: Standing,
];

/** What every copy of this package finds in the page's record besides its functions. */
export interface Shared {
  /** The Trusted Types policy, made once. */
  policy?: ScriptUrlPolicy | undefined;
  /** The stores, made by the first hook that needs them. */
  desk?: unknown;
  /** What sessions not yet completed have been told by, and the last status, for stores that are made late. */
  log: Told[];
  /** Tells the log what no event has told yet. */
  keep?: ((name: string, payload: unknown) => void) | undefined;
  /** Hears each event before the app's handlers do. */
  tap?: ((name: string, payload: unknown) => void) | undefined;
}

export const shared: Shared = { log: [] };
