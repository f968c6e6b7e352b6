import { EVENT_NAMES } from './event-names.js';
import { ignore, isolate } from './isolate.js';
import { flattenPayload } from './payload.js';
import type { TCCCSdk } from './vendor.js';

type Listener = (payload: unknown) => unknown;
type Receive = (name: string, payload: unknown) => void;

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
  emit: Receive;
}

/**
 * @param receive Gets each event of the SDK first; it is what calls `emit`.
 * @param report Gets what a listener threw or rejected with.
 */
export function createHub(receive: Receive, report: (name: string, error: unknown) => void): Hub {
  const names = new Set<string>(EVENT_NAMES);
  const listeners = new Set<Receive>();
  const offs: (() => void)[] = [];
  /** Listens to an event of the SDK that there is. */
  let hear: (name: string) => void = ignore;

  return {
    on(name, listener, late) {
      if (!names.has(name)) {
        // An event that the vendor does not document.
        names.add(name);
        hear(name);
      }
      const own: Receive = (event, payload) => {
        if (event === name) isolate(listener, payload, report, name);
      };
      listeners.add(own);
      if (late) own(name, late.payload);
      return () => listeners.delete(own);
    },
    attach(sdk) {
      const own = (hear = (name) => {
        const listener = (event: unknown): void => {
          // The very same SDK may be attached again: its older listeners must stay silent.
          if (own === hear) receive(name, flattenPayload(event));
        };
        sdk.on(name, listener);
        offs.push(() => sdk.off?.(name, listener));
      });
      names.forEach(hear);
    },
    detach() {
      // The vendor's emitter is not ours to repair: this silences it.
      hear = ignore;
      for (const off of offs.splice(0)) isolate(off);
    },
    emit(name, payload) {
      for (const own of [...listeners]) {
        if (listeners.has(own)) own(name, payload);
      }
    },
  };
}
