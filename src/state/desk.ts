import { tcccError } from '../sdk/errors.js';
import { EVENT_NAMES, type TCCCEventName } from '../sdk/event-names.js';
import { sessionIdOf } from '../sdk/payload.js';
import { EMPTY_DESK, type TCCCDesk } from './desk-snapshot.js';
import type { Desk, Doings, Link, Page } from './desk-types.js';
import { isOver } from './live.js';
import { next, type SessionPayload } from './next.js';
import type { TCCCSession } from './session.js';
import { isIllegal, type SessionCause, TRANSITIONS } from './transitions.js';

/** Bundlers put a text in its place. */
declare const process: { env: { NODE_ENV?: string } };

export function createDesk({ peek, subscribe }: Link, page: Page): Desk {
  /** By session; under `''` those of everything. */
  const listeners = new Map<string, Set<() => void>>();
  const sessions = new Map<string, TCCCSession>();
  const doing = new Map<string, Doings>();
  /** The sessions that are over, the first to end first. */
  const over = new Set<string>();
  /** Those that the history has dropped, the last ones: only a `callIn` brings one back. */
  const gone = new Set<string>();
  const malformed = new Set<string>();
  let snapshot = EMPTY_DESK;
  let owner: unknown;
  /** The internal call whose session is known. */
  let dialed: Promise<unknown> | undefined;

  const tell = (...ids: string[]): void => {
    for (const id of ids) {
      listeners.get(id)?.forEach((listener) => {
        listener();
      });
    }
  };
  const change = (parts: Partial<Record<keyof TCCCDesk, unknown>>): void => {
    snapshot = { ...snapshot, ...parts } as TCCCDesk;
    tell('');
  };
  const getStatus = (otherwise?: string): unknown => {
    try {
      return desk.sdk?.Agent.getStatus?.() ?? otherwise;
    } catch {
      return undefined;
    }
  };
  /** Anything but a text changes nothing. The cloud's `afterCallWork` is the SDK's `arrange`. */
  const setStatus = (told: unknown, since = Date.now()): void => {
    const { status: before, reserved } = snapshot.agent;
    const status = told === 'afterCallWork' ? 'arrange' : told;
    if (!status || typeof status !== 'string' || status === before) return;
    const { pending, error } = doing.get('')?.['offline'] ?? {};
    // What was asked for before this is no reason for what comes after it.
    if (error) desk.setDoing('', 'offline');
    desk.setAgent({
      status,
      since,
      // A reservation waits for the end of the call and of the work after it.
      reserved: status !== reserved && /^(busy|arrange)$/.test(status) ? reserved : null,
      offlineBy:
        status === 'offline'
          ? pending || error?.code === 'sdk-call-timeout'
            ? 'app'
            : before && 'elsewhere'
          : null,
    });
  };
  const forget = (id: string): void => {
    sessions.delete(id);
    doing.delete(id);
    over.delete(id);
  };

  const desk: Desk = {
    peek,
    sdk: null,
    subscribe(listener, id = '') {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (!set.size && listeners.get(id) === set) listeners.delete(id);
      };
    },
    getSnapshot() {
      // Made when somebody looks: nobody has seen the snapshot without.
      (snapshot as { sessions?: TCCCDesk['sessions'] }).sessions ??= [...sessions.values()];
      return snapshot;
    },
    session: (id) => sessions.get(id),
    doings: (id) => doing.get(id),
    hear(name, payload, at) {
      const id = sessionIdOf(payload);
      // What comes after the end of a connection is no longer ours.
      if (!desk.sdk) return;
      if (name === 'statusChanged') {
        // Offline is in no list of the vendor's: where neither names a status, it is that.
        const { status = getStatus('offline') } = (payload ?? {}) as { status?: unknown };
        setStatus(status, at);
      } else if (name in TRANSITIONS && EVENT_NAMES.includes(name as TCCCEventName)) {
        if (id) {
          const { pending } = doing.get('')?.['startInternalCall'] ?? {};
          // The first one heard of since then is what is dialed.
          const isNew = name === 'callOuted' && pending && pending !== dialed && !sessions.has(id);
          const hint = isNew ? 'internal' : undefined;
          if (hint) dialed = pending;
          desk.apply(id, name as SessionCause, payload as SessionPayload, hint, at);
        } else if (!malformed.has(name)) {
          malformed.add(name);
          desk.setErrors((all) => [
            ...all,
            tcccError(
              'malformed-event',
              `The SDK's ${name} names no session, and was ignored. Report it to the vendor with what the agent did.`,
              { event: name },
            ),
          ]);
        }
      }
    },
    apply(id, cause, payload, hint, at = Date.now()) {
      const before = sessions.get(id);
      if (cause === 'callIn') gone.delete(id);
      if (gone.has(id)) return undefined;
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
      // Where only the reply tells, so far, that somebody is dialed: the connection must not end under it.
      if (cause === 'created' && !before) page.keep?.('callOuted', { ...payload, sessionId: id });
      if (isOver(after)) {
        over.add(id);
        for (const old of over) {
          if (over.size <= (peek()[3].historySize ?? 50)) break;
          forget(old);
          gone.add(old);
          tell(old);
        }
        for (const old of gone) {
          if (gone.size > 1000) gone.delete(old);
        }
      }
      change({ sessions: undefined });
      tell(id);
      return after;
    },
    setAgent(parts) {
      change({ agent: { ...snapshot.agent, ...parts } });
    },
    setDoing(id, action, what) {
      const doings = { ...doing.get(id), [action]: what };
      // Of ids that are no session's, only the last is kept.
      for (const other of doing.keys()) if (other && !sessions.has(other)) forget(other);
      doing.set(id, doings);
      tell(id, '');
    },
    // No more than so many.
    setErrors(set) {
      const errors = set(snapshot.errors);
      if (errors !== snapshot.errors) change({ errors: errors.slice(-50) });
    },
  };

  const sync = (): void => {
    const [, now, whose] = peek();
    // Another agent: nobody sees the last one's customers.
    if (whose !== owner && owner !== null) {
      sessions.clear();
      doing.clear();
      over.clear();
      snapshot = EMPTY_DESK;
    }
    owner = whose;
    const { sdk: last } = desk;
    if (now !== last) {
      desk.sdk = now;
      if (last) {
        for (const id of sessions.keys()) desk.apply(id, 'closed');
        malformed.clear();
        desk.setAgent({ status: null, since: null, offlineBy: null });
      }
      // What this connection has told before.
      for (const [, name, payload, at] of page.log) desk.hear(name, payload, at);
      setStatus(getStatus());
    }
    // A component may show what depends on the connection itself.
    tell(...listeners.keys());
  };
  subscribe(sync);
  sync();
  page.tap = desk.hear;
  return desk;
}
