import { EVENT_NAMES } from './event-names.js';
import { isolate } from './isolate.js';
import { flattenPayload } from './payload.js';
import type { TCCCSdk } from './vendor.js';

type Listener = (payload: unknown) => unknown;

/** One listener an event name on the SDK, any number of ours behind it. */
export interface Hub {
  /**
   * Adds a listener, SDK loaded or not. Returns its removal, which also holds within a running emit. What the
   * listener throws, or its promise rejects with, is reported and stops nobody else. `late`: what it missed.
   */
  on: (name: string, listener: Listener, late?: { payload?: unknown } | false | null) => () => void;
  /** Listens to every documented event, and each other one asked for, on this SDK. */
  attach: (sdk: TCCCSdk) => void;
  /** Lets go of the SDK. Nothing it emits afterwards is heard, even if it has no `off`. */
  detach: () => void;
  /** Hands an event to the listeners, each by itself, in the order in which they came. */
  emit: (name: string, payload: unknown) => void;
}

/**
 * @param receive Gets each event of the SDK first; it is what calls `emit`.
 * @param report Gets what a listener threw or rejected with.
 */
export function createHub(
  receive: (name: string, payload: unknown) => void,
  report: (name: string, error: unknown) => void,
): Hub {
  const listeners = new Map<string, Set<Listener>>(EVENT_NAMES.map((name) => [name, new Set()]));
  let offs: (() => void)[] = [];
  let source: TCCCSdk | undefined;

  const failing =
    (name: string) =>
    (error: unknown): void => {
      report(name, error);
    };
  const hear = (name: string): void => {
    const sdk = source;
    if (!sdk) return;
    // The very same SDK may be attached again: its older listeners must stay silent.
    const own = offs;
    const listener = (event: unknown): void => {
      if (own === offs) receive(name, flattenPayload(event));
    };
    sdk.on(name, listener);
    own.push(() => sdk.off?.(name, listener));
  };

  return {
    on(name, listener, late) {
      let set = listeners.get(name);
      if (!set) {
        // An event that the vendor does not document.
        listeners.set(name, (set = new Set()));
        hear(name);
      }
      set.add(listener);
      if (late) isolate(listener, failing(name), late.payload);
      return () => set.delete(listener);
    },
    attach(sdk) {
      source = sdk;
      listeners.forEach((_, name) => {
        hear(name);
      });
    },
    detach() {
      source = undefined;
      // The vendor's emitter is not ours to repair: another list silences it.
      for (const off of offs) isolate(off);
      offs = [];
    },
    emit(name, payload) {
      const set = listeners.get(name) ?? new Set();
      for (const listener of [...set]) {
        if (set.has(listener)) isolate(listener, failing(name), payload);
      }
    },
  };
}
