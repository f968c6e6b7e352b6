import { EventEmitter } from 'eventemitter3';

import { EVENT_NAMES } from './event-names.js';
import { isolate } from './isolate.js';
import { flattenPayload } from './payload.js';
import type { TCCCSdk } from './vendor.js';

/** Takes one event, flat. What it returns may be a promise: its rejection is reported too. */
export type HubListener = (payload: unknown) => unknown;

/** One listener an event name on the SDK, any number of ours behind it. */
export interface Hub {
  /**
   * Adds a listener, SDK loaded or not. Returns its removal, which also holds within a running emit.
   * `replay`: a past event to hand it at once.
   */
  on: (name: string, listener: HubListener, replay?: { payload: unknown }) => () => void;
  /** Listens to every documented event, and each other one asked for, on this SDK. */
  attach: (sdk: TCCCSdk) => void;
  /** Lets go of the SDK. Nothing it emits afterwards is heard, even if it has no `off`. */
  detach: () => void;
  /** Hands an event to the listeners, each by itself. */
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
  const emitter = new EventEmitter();
  const attached = new Map<string, (event: unknown) => void>();
  let source: TCCCSdk | null = null;

  const listen = (name: string): void => {
    if (!source || attached.has(name)) return;
    const sdk = source;
    const listener = (event: unknown): void => {
      if (source === sdk) receive(name, flattenPayload(event));
    };
    attached.set(name, listener);
    sdk.on(sdk.events?.[name] ?? name, listener);
  };

  return {
    on(name, listener, replay) {
      let active = true;
      const isolated = (payload: unknown): void => {
        if (active) {
          isolate(
            () => listener(payload),
            (error) => {
              report(name, error);
            },
          );
        }
      };
      emitter.on(name, isolated);
      listen(name);
      if (replay) isolated(replay.payload);
      return () => {
        active = false;
        emitter.off(name, isolated);
      };
    },
    attach(sdk) {
      source = sdk;
      EVENT_NAMES.forEach(listen);
      emitter.eventNames().forEach((name) => {
        listen(name as string);
      });
    },
    detach() {
      const sdk = source;
      source = null;
      attached.forEach((listener, name) => {
        try {
          sdk?.off?.(sdk.events?.[name] ?? name, listener);
        } catch {
          // The vendor's emitter is not ours to repair: `source` already silences it.
        }
      });
      attached.clear();
    },
    emit(name, payload) {
      emitter.emit(name, payload);
    },
  };
}
