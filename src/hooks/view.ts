'use client';
import type { TCCCConnectionOptions } from '../connection/options.js';
import { getPage } from '../connection/page.js';
import type { Entry } from '../connection/registry.js';
import { IDLE, type TCCCSnapshot, withSdk } from '../connection/snapshot.js';
import type { TCCCSdk } from '../sdk/vendor.js';

/** What a component can do about the connection. Stable functions that ignore their arguments. */
export interface TCCCActions {
  /**
   * Connects. While connecting, the promise of that connect; when ready, the SDK; after an error, `retry()`.
   * Rejects with the `TCCCError` that the status shows, or `aborted`.
   */
  connect(this: void): Promise<TCCCSdk>;
  /** Tries again after an error; during a back-off, at once (but never before a `Retry-After` of the server). */
  retry(this: void): Promise<TCCCSdk>;
  /**
   * Takes the agent offline and the SDK out of the page. Connects no more by itself until `connect()` or a
   * new mount. Never rejects.
   */
  disconnect(this: void): Promise<void>;
}

/** What `useTCCC` returns: narrow it by `status`, and `sdk` and `error` follow. */
export type TCCCState = TCCCSnapshot & TCCCActions;

/** Remembers for which connection a hook's `ready` handler has run. */
export interface ReadyMark {
  current: number;
}

/** The connection as one provider sees it. The same object until its `agentKey` changes. */
export interface View {
  subscribe(this: void, listener: () => void): () => void;
  getState(this: void): TCCCState;
  getServerState(this: void): TCCCState;
  /** Listens to an event of this provider's agent. */
  on(name: string, listener: (payload: unknown) => unknown, mark: ReadyMark): () => void;
}

export function createView(entry: Entry, agentKey: TCCCConnectionOptions['agentKey']): View {
  const connect = (): Promise<TCCCSdk> => getPage().connect(entry);
  const actions: TCCCActions = {
    connect: () => connect(),
    retry() {
      getPage().connection.hurry();
      return connect();
    },
    disconnect: () => getPage().connection.disconnect(),
  };
  const toState = (snapshot: TCCCSnapshot): TCCCState =>
    withSdk({ ...snapshot, ...actions }, snapshot.sdk) as TCCCState;
  const idle = toState(IDLE);
  let snapshot = IDLE;
  let state = idle;
  /** The next agent sees and hears nothing of the last one's connection. */
  const mine = (): boolean => Object.is(getPage().connection.owner(), agentKey);

  return {
    subscribe: (listener) => getPage().subscribe(listener),
    getState() {
      const now = mine() ? getPage().connection.snapshot() : IDLE;
      if (now !== snapshot) {
        snapshot = now;
        state = toState(now);
      }
      return state;
    },
    getServerState: () => idle,
    on(name, listener, mark) {
      const { hub, ready, snapshot: now } = getPage().connection;
      const once = name === 'ready';
      const deliver = (payload: unknown): unknown => {
        if (!mine() || (once && mark.current === ready().epoch)) return undefined;
        mark.current = ready().epoch;
        return listener(payload);
      };
      return hub.on(name, deliver, once && now().sdk ? ready() : undefined);
    },
  };
}
