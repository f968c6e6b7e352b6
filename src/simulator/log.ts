import type { SimulatorMethod } from './methods.js';
import type { SimulatorCall, SimulatorEvent } from './simulator.js';

/** What the page called and what it was told, in one order. Without times: a run is the same at any speed. */
export interface Log {
  call(method: SimulatorMethod, args: readonly unknown[]): void;
  event(name: string, payload: unknown): void;
  calls(): readonly SimulatorCall[];
  events(): readonly SimulatorEvent[];
  clear(): void;
}

/** An empty log. Its lists are replaced, not changed, so that a reader may keep them. */
export function createLog(): Log {
  let seq = 0;
  let calls: readonly SimulatorCall[] = [];
  let events: readonly SimulatorEvent[] = [];
  return {
    call(method, args) {
      calls = [...calls, { seq: ++seq, method, args }];
    },
    event(name, payload) {
      events = [...events, { seq: ++seq, name, payload }];
    },
    calls: () => calls,
    events: () => events,
    clear() {
      seq = 0;
      calls = [];
      events = [];
    },
  };
}
