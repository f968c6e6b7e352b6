import { ignore } from '../sdk/isolate.js';
import { EMPTY_DESK, type TCCCDesk } from './desk-snapshot.js';
import type { Desk, Doings, Link, Page } from './desk-types.js';
import { createHear, readStatus, setStatus } from './hear.js';
import { isOver } from './live.js';
import { keepOld, next } from './next.js';
import type { TCCCSession } from './session.js';
import { isIllegal } from './transitions.js';

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
  let snapshot = EMPTY_DESK;
  let owner: unknown;

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
    hear: ignore,
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
      const { agent } = snapshot;
      const changed = keepOld(agent, { ...agent, ...parts });
      if (changed !== agent) change({ agent: changed });
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
      gone.clear();
      snapshot = EMPTY_DESK;
    }
    owner = whose;
    const { sdk: last } = desk;
    if (now !== last) {
      desk.sdk = now;
      if (last) {
        for (const id of sessions.keys()) desk.apply(id, 'closed');
        desk.setAgent({ status: null, since: null, offlineBy: null });
      }
      desk.hear = createHear(desk);
      // What this connection has told before.
      for (const [, name, payload, at] of page.log) desk.hear(name, payload, at);
      setStatus(desk, readStatus(desk));
    }
    // A component may show what depends on the connection itself.
    tell(...listeners.keys());
  };
  subscribe(sync);
  sync();
  page.tap = (name, payload) => {
    desk.hear(name, payload);
  };
  return desk;
}
