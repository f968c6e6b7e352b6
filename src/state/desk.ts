import { type TCCCError, tcccError } from '../sdk/errors.js';
import { EVENT_NAMES, type TCCCEventName } from '../sdk/event-names.js';
import { isolate } from '../sdk/isolate.js';
import { sessionIdOf } from '../sdk/payload.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { agentAfter, type TCCCAgentState } from './agent-state.js';
import { EMPTY_DESK, type TCCCDesk } from './desk-snapshot.js';
import { isOver } from './live.js';
import { next, type SessionPayload } from './next.js';
import type { TCCCSession } from './session.js';
import { isIllegal, type SessionCause, TRANSITIONS } from './transitions.js';

/** Bundlers put a text in its place. */
declare const process: { env: { NODE_ENV?: string } };

/** What the stores need of the connection. */
export interface Link {
  /** Whether the connection is of this provider's agent; its SDK; whose it is; the props that apply. */
  peek: () => readonly [
    mine: boolean,
    sdk: TCCCSdk | null,
    owner: unknown,
    options: { historySize?: number | undefined; timeouts?: { call?: number | undefined } | undefined },
  ];
  subscribe: (listener: () => void) => () => void;
}

/** The page's record, as far as it is read here: what the connection has told before. */
interface Page {
  log: readonly (readonly [sessionId: string, name: string, payload: unknown, at: number])[];
}

/** What is going on with one action of one session (or of the agent), or how it failed last. */
export interface Doing {
  readonly pending?: Promise<unknown>;
  readonly error?: TCCCError;
}

export type Doings = Readonly<Record<string, Doing | undefined>>;

/** The stores of a page; `peek` is of the one provider that reads them. */
export interface Desk extends Link {
  getSnapshot: () => TCCCDesk;
  session: (sessionId: string) => TCCCSession | undefined;
  /** By action. Of the agent: under `''`. */
  doings: (sessionId: string) => Doings;
  /** An event of the SDK, before the app's handlers get it. */
  hear: (name: string, payload: unknown, at?: number) => void;
  /** Feeds a session with an event or a reply; returns it. */
  apply: (
    sessionId: string,
    cause: SessionCause,
    payload: SessionPayload,
    hint?: 'internal' | 'settled',
    at?: number,
  ) => TCCCSession | undefined;
  setAgent: (agent: Partial<TCCCAgentState>) => void;
  setDoing: (sessionId: string, action: string, doing?: Doing) => void;
  keepError: (error: TCCCError) => void;
  dropErrors: (keep: (error: TCCCError) => boolean) => void;
  /** What still runs: each is called at the end of the connection. */
  aborts: Set<() => void>;
}

/** How many errors are kept. */
const ERRORS = 50;

const NOTHING: Doings = {};

const endOf = ({ times }: TCCCSession): number => Math.max(...Object.values(times));
const call = (listener: () => void): void => {
  listener();
};

export function createDesk({ peek, subscribe }: Link, page: Page): Desk {
  const listeners = new Set<() => void>();
  const sessions = new Map<string, TCCCSession>();
  const doing = new Map<string, Doings>();
  const malformed = new Set<string>();
  let snapshot = EMPTY_DESK;
  let stale = false;
  let sdk: TCCCSdk | null = null;
  let owner: unknown;
  /** The internal call whose session is known. */
  let dialed: Promise<unknown> | undefined;

  const changed = (parts: Partial<TCCCDesk>): void => {
    snapshot = { ...snapshot, ...parts };
    listeners.forEach(call);
  };
  const setStatus = (told: unknown, at = Date.now()): void => {
    const { pending, error } = desk.doings('')['offline'] ?? {};
    const agent = agentAfter(snapshot.agent, told, at, !!pending || error?.code === 'sdk-call-timeout');
    if (agent !== snapshot.agent) changed({ agent });
  };
  const readStatus = (otherwise?: string, at?: number): void => {
    isolate(() => {
      setStatus(sdk?.Agent.getStatus?.() ?? otherwise, at);
    });
  };
  const forget = (id: string): void => {
    sessions.delete(id);
    doing.delete(id);
  };

  const desk: Desk = {
    aborts: new Set(),
    peek,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot() {
      if (stale) snapshot = { ...snapshot, sessions: [...sessions.values()] };
      stale = false;
      return snapshot;
    },
    session: (id) => sessions.get(id),
    doings: (id) => doing.get(id) ?? NOTHING,
    hear(name, payload, at) {
      // What comes after the end of a connection is no longer ours.
      if (!sdk) return;
      const id = sessionIdOf(payload);
      if (name === 'statusChanged') {
        const { status } = (payload ?? {}) as { status?: unknown };
        // Offline is in no list of the vendor's: where neither names a status, it is that.
        if (status === undefined) readStatus('offline', at);
        else setStatus(status, at);
      } else if (name in TRANSITIONS && EVENT_NAMES.includes(name as TCCCEventName)) {
        if (id) {
          const { pending } = desk.doings('')['startInternalCall'] ?? {};
          // The first one heard of since then is what is dialed.
          const isNew = name === 'callOuted' && pending && pending !== dialed && !sessions.has(id);
          const hint = isNew ? 'internal' : undefined;
          if (hint) dialed = pending;
          desk.apply(id, name as SessionCause, payload as SessionPayload, hint, at);
        } else if (!malformed.has(name)) {
          malformed.add(name);
          desk.keepError(
            tcccError(
              'malformed-event',
              `The SDK's ${name} names no session, and was ignored. Report it to the vendor with what the agent did.`,
              { event: name },
            ),
          );
        }
      }
    },
    apply(id, cause, payload, hint, at = Date.now()) {
      const before = sessions.get(id);
      const after = next(before, cause, { ...payload, sessionId: id }, at, hint);
      if (process.env.NODE_ENV !== 'production' && isIllegal(before, cause)) {
        console.warn(
          `tccc-react: ${cause} cannot be in state ${before?.state ?? ''}: ignored (session ${id}).`,
        );
      }
      if (!after || after === before) return after;
      // The newest last, and without what failed the last time.
      if (after.attempt !== before?.attempt) forget(id);
      sessions.set(id, after);
      if (isOver(after)) {
        const { historySize = 50 } = peek()[3];
        const over = [...sessions.values()].filter(isOver).sort((a, b) => endOf(a) - endOf(b));
        for (const { sessionId } of over.splice(0, over.length - historySize)) forget(sessionId);
      }
      stale = true;
      listeners.forEach(call);
      return after;
    },
    setAgent(parts) {
      changed({ agent: { ...snapshot.agent, ...parts } });
    },
    setDoing(id, action, what) {
      doing.set(id, { ...doing.get(id), [action]: what });
      listeners.forEach(call);
    },
    keepError(error) {
      changed({ errors: [...snapshot.errors, error].slice(-ERRORS) });
    },
    dropErrors(keep) {
      changed({ errors: snapshot.errors.filter(keep) });
    },
  };

  const sync = (): void => {
    const [, now, whose] = peek();
    // Another agent: nobody sees the last one's customers.
    if (whose !== owner) {
      owner = whose;
      sessions.clear();
      doing.clear();
      snapshot = EMPTY_DESK;
    }
    if (now !== sdk) {
      if (sdk) {
        desk.aborts.forEach(call);
        for (const id of sessions.keys()) desk.apply(id, 'closed', {});
        malformed.clear();
        desk.setAgent({ status: null, since: null, offlineBy: null });
      }
      sdk = now;
      // What this connection has told before.
      if (now) for (const [, name, payload, at] of page.log) desk.hear(name, payload, at);
      if (now) readStatus();
    }
    // A component may show what depends on the connection itself.
    listeners.forEach(call);
  };
  subscribe(sync);
  sync();
  return desk;
}
