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
import { type SessionCause, stateAfter, TRANSITIONS } from './transitions.js';

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

/** What is going on with one action of one session (or of the agent), or how it failed last. */
export interface Doing {
  readonly pending?: Promise<unknown>;
  readonly error?: TCCCError;
}

type Doings = Readonly<Record<string, Doing | undefined>>;

/** The stores of a page. */
export interface Desk {
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => TCCCDesk;
  session: (sessionId: string) => TCCCSession | undefined;
  /** By action. Of the agent: under `''`. */
  doings: (sessionId: string) => Doings | undefined;
  /** An event of the SDK, before the app's handlers get it. */
  hear: (name: string, payload: unknown) => void;
  /** Feeds a session with an event or a reply; returns it. */
  apply: (
    sessionId: string,
    cause: SessionCause,
    payload: SessionPayload,
    hint?: 'internal' | 'settled',
  ) => TCCCSession | undefined;
  setAgent: (agent: Partial<TCCCAgentState>) => void;
  setDoing: (sessionId: string, action: string, doing?: Doing) => void;
  setErrors: (change: (errors: readonly TCCCError[]) => readonly TCCCError[]) => void;
  /** Called at each status, also at the same again. */
  watchers: Set<() => void>;
  /** What still runs: each is called at the end of the connection. */
  aborts: Set<() => void>;
  /** Gets the id of a session that this agent dials, when it is first heard; says what is dialed. */
  dialing?: ((sessionId: string) => 'internal' | undefined) | undefined;
  /** Our own `offline()` is under way, or was the last word. */
  leaving: boolean;
}

/** How many errors are kept. */
const ERRORS = 50;

const endOf = ({ times }: TCCCSession): number => Math.max(...Object.values(times));

export function createDesk({ peek, subscribe }: Link): Desk {
  const listeners = new Set<() => void>();
  const sessions = new Map<string, TCCCSession>();
  const doing = new Map<string, Doings>();
  const malformed = new Set<string>();
  let snapshot = EMPTY_DESK;
  let stale = false;
  let sdk: TCCCSdk | null = null;
  let owner: unknown;

  const notify = (): void => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const changed = (parts: Partial<TCCCDesk>): void => {
    snapshot = { ...snapshot, ...parts };
    notify();
  };
  const status = (told: unknown): void => {
    const agent = agentAfter(snapshot.agent, told, Date.now(), desk.leaving);
    if (agent.status !== 'offline') desk.leaving = false;
    if (agent !== snapshot.agent) changed({ agent });
    desk.watchers.forEach((watcher) => {
      watcher();
    });
  };
  const readStatus = (otherwise?: string): void => {
    isolate(() => {
      status(sdk?.Agent.getStatus?.() ?? otherwise);
    });
  };

  const desk: Desk = {
    watchers: new Set(),
    aborts: new Set(),
    leaving: false,
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
    doings: (id) => doing.get(id),
    hear(name, payload) {
      // What comes after the end of a connection is no longer ours.
      if (!sdk) return;
      const id = sessionIdOf(payload);
      if (name === 'statusChanged') {
        const told = (payload as { status?: unknown } | null | undefined)?.status;
        // Offline is in no list of the vendor's: where neither names a status, it is that.
        if (told === undefined) readStatus('offline');
        else status(told);
      } else if (name in TRANSITIONS && EVENT_NAMES.includes(name as TCCCEventName)) {
        if (id) {
          const hint = name === 'callOuted' && !sessions.has(id) ? desk.dialing?.(id) : undefined;
          desk.apply(id, name as SessionCause, payload as SessionPayload, hint);
        } else if (!malformed.has(name)) {
          malformed.add(name);
          const error = tcccError(
            'malformed-event',
            `The SDK's ${name} names no session, and was ignored. Report it to the vendor with what the agent did.`,
            { event: name },
          );
          desk.setErrors((errors) => [...errors, error]);
        }
      }
    },
    apply(id, cause, payload, hint) {
      const before = sessions.get(id);
      const after = next(before, cause, payload, Date.now(), hint);
      if (process.env.NODE_ENV !== 'production' && !stateAfter(before, cause)) {
        console.warn(
          `tccc-react: ${cause} cannot be in state ${before?.state ?? 'none'}: ignored (session ${id}).`,
        );
      }
      if (!after || after === before) return after;
      if (after.attempt !== before?.attempt) {
        // The newest last, and without what failed the last time.
        sessions.delete(id);
        doing.delete(id);
      }
      sessions.set(id, after);
      if (isOver(after)) {
        const { historySize = 50 } = peek()[3];
        const over = [...sessions.values()].filter(isOver).sort((a, b) => endOf(a) - endOf(b));
        for (const { sessionId } of over.slice(0, Math.max(0, over.length - historySize))) {
          sessions.delete(sessionId);
          doing.delete(sessionId);
        }
      }
      stale = true;
      notify();
      return after;
    },
    setAgent(parts) {
      changed({ agent: { ...snapshot.agent, ...parts } });
    },
    setDoing(id, action, what) {
      doing.set(id, { ...doing.get(id), [action]: what });
      notify();
    },
    setErrors(change) {
      changed({ errors: change(snapshot.errors).slice(-ERRORS) });
    },
  };

  const sync = (): void => {
    const [, now, whose] = peek();
    if (now !== sdk) {
      const had = sdk;
      sdk = now;
      if (had) {
        desk.aborts.forEach((abort) => {
          abort();
        });
        for (const id of sessions.keys()) desk.apply(id, 'closed', {});
        malformed.clear();
        desk.leaving = false;
        desk.setAgent({ status: null, since: null, offlineBy: null });
      }
      if (now) readStatus();
    }
    if (whose !== owner) {
      owner = whose;
      sessions.clear();
      doing.clear();
      snapshot = EMPTY_DESK;
    }
    // A component may show what depends on the connection itself.
    notify();
  };
  subscribe(sync);
  sync();
  return desk;
}
