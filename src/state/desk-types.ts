import type { TCCCError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import type { TCCCAgentState } from './agent-state.js';
import type { TCCCDesk } from './desk-snapshot.js';
import type { SessionPayload } from './next.js';
import type { TCCCSession } from './session.js';
import type { SessionCause } from './transitions.js';

/** What the stores need of the connection. */
export interface Link {
  /** Whether the connection is of this provider's agent; its SDK; whose it is; the props that apply. */
  peek: () => readonly [
    mine: boolean,
    sdk: TCCCSdk | null,
    owner: unknown,
    options: { historySize?: number | undefined; timeouts?: { call?: number | undefined } | undefined },
  ];
  subscribe: (listener: () => void, sessionId?: string) => () => void;
}

/** The page's record, as far as it is of use here. */
export interface Page {
  /** What the connection has told before. */
  log: readonly (readonly [sessionId: string, name: string, payload: unknown, at: number, ...unknown[]])[];
  /** Adds to it what no event has told yet. */
  keep?: ((name: string, payload: unknown) => void) | undefined;
  /** Hears each event before the app's handlers do. */
  tap?: Desk['hear'] | undefined;
}

/** What is going on with one action of one session (or of the agent), or how it failed last. */
export interface Doing {
  readonly pending?: Promise<unknown> | undefined;
  readonly error?: TCCCError;
}

export type Doings = Readonly<Record<string, Doing | undefined>>;

/** The stores of a page. */
export interface Desk extends Link {
  /** While it is ready. */
  sdk: TCCCSdk | null;
  getSnapshot: () => TCCCDesk;
  session: (sessionId: string) => TCCCSession | undefined;
  /** By action. Of the agent: under `''`. */
  doings: (sessionId: string) => Doings | undefined;
  /** An event of the SDK, before the app's handlers get it. */
  hear: (name: string, payload: unknown, at?: number) => void;
  /** Feeds a session with an event or a reply; returns it. */
  apply: (
    sessionId: string,
    cause: SessionCause,
    payload?: SessionPayload,
    hint?: 'internal' | 'settled',
    at?: number,
  ) => TCCCSession | undefined;
  setAgent: (agent: Partial<TCCCAgentState>) => void;
  setDoing: (sessionId: string, action: string, doing?: Doing) => void;
  /** Of too many, the newest 50 are kept. */
  setErrors: (set: (all: readonly TCCCError[]) => readonly TCCCError[]) => void;
}
