import { tcccError } from '../sdk/errors.js';
import { rejected } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { lastReady } from './attempt.js';
import { type Entry, options } from './callbacks.js';
import { hurry } from './drive.js';
import { hub } from './in-page.js';
import { connect, disconnect, owner } from './lifecycle.js';
import type { TCCCConnectionOptions } from './options.js';
import { busy, register, rejudge } from './providers.js';
import { IDLE, type TCCCDisconnectOptions, type TCCCSnapshot, type TCCCState, withSdk } from './snapshot.js';
import { snapshot, subscribe } from './store.js';

/** Remembers the `ready` that a hook's handler has had. */
export interface ReadyMark {
  current: unknown;
}

/** The connection as one provider and its agent see it. */
export interface View {
  /** Mounts the provider, also anew after a change of its identity; returns its unmounting. */
  register: () => () => void;
  subscribe: (listener: () => void) => () => void;
  getState: () => TCCCState;
  getServerState: () => TCCCState;
  /** Whether the connection is of this provider's agent; its SDK; whose it is; the props that apply. */
  peek: () => readonly [mine: boolean, sdk: TCCCSdk | null, owner: unknown, options: TCCCConnectionOptions];
  /** Listens to an event of this provider's agent. */
  on: (name: string, listener: (payload: unknown) => unknown, mark: ReadyMark) => () => void;
}

/** Touches nothing of the page until one of its functions is called. */
export function createView(entry: Entry, agentKey: TCCCConnectionOptions['agentKey']): View {
  /** The next agent sees and hears nothing of the last one's connection. */
  const mine = (): boolean => owner === null || owner === agentKey;
  const join = (): Promise<TCCCSdk> => {
    // Another agent's connection is still there: the change comes first.
    if (owner !== entry.options.agentKey && snapshot.attempt) rejudge();
    return connect(entry);
  };
  // Kept with the provider, so that they stay the same for the next agent.
  const actions = (entry.actions ??= {
    connect: join,
    retry: () => {
      hurry?.(true);
      return join();
    },
    disconnect: (given: TCCCDisconnectOptions = {}) => {
      const live = busy();
      // Kept over a change of agent: whose it is now decides.
      if (live && owner === entry.options.agentKey && given.force !== true) {
        return rejected(
          tcccError(
            'session-live',
            'disconnect() would cut a customer off. Hang up first, or disconnect({ force: true }).',
          ),
        );
      }
      // What waits for the end of a call waits no longer.
      if (live) rejudge();
      return disconnect();
    },
  });
  const toState = (of: TCCCSnapshot): TCCCState => withSdk({ ...of, ...actions }, of.sdk) as TCCCState;
  const idle = toState(IDLE);
  let seen = IDLE;
  let state = idle;

  return {
    register: () => register(entry),
    subscribe,
    getState() {
      const now = mine() ? snapshot : IDLE;
      return now === seen ? state : (state = toState((seen = now)));
    },
    getServerState: () => idle,
    peek: () => [mine(), snapshot.sdk, owner, options()],
    on(name, listener, mark) {
      const once = name === 'ready';
      const deliver = (payload: unknown): unknown => {
        if (!mine() || (once && mark.current === lastReady)) return undefined;
        if (once) mark.current = lastReady;
        return listener(payload);
      };
      return hub.on(name, deliver, once && snapshot.sdk && lastReady);
    },
  };
}
