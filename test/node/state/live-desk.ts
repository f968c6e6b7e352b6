import { keep, isLive as isLiveByEvents } from '../../../src/connection/told.js';
import { shared } from '../../../src/connection/record.js';
import { createHub } from '../../../src/sdk/hub.js';
import type { TCCCSdk } from '../../../src/sdk/vendor.js';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../src/simulator/index.js';
import { act } from '../../../src/state/act.js';
import { go, setStatus } from '../../../src/state/agent.js';
import { createDesk } from '../../../src/state/desk.js';
import type { TCCCDesk } from '../../../src/state/desk-snapshot.js';
import { dial } from '../../../src/state/dial.js';
import type { TCCCSessionAction } from '../../../src/state/methods.js';
import type { TCCCSession } from '../../../src/state/session.js';

/** What the simulator's own panel is drawn on: everything can be done with it, and nothing comes of it. */
const nothing: unknown = new Proxy(() => undefined, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : nothing),
  set: () => true,
  apply: () => nothing,
});

/** A page of which there is nothing but its clock, the present one at each use, and room for the global. */
function createWindow(): Window & typeof globalThis & { tccc?: TCCCSdk; TCCC?: TCCCSdk } {
  const page = {
    document: nothing,
    navigator: {},
    performance: { now: () => globalThis.performance.now() },
    setTimeout: (task: () => void, ms: number) => globalThis.setTimeout(task, ms),
    clearTimeout: (id: number) => {
      globalThis.clearTimeout(id);
    },
  };
  return page as unknown as Window & typeof globalThis;
}

/** The stores on a simulated SDK, as the connection and the hooks join them, without a browser and React. */
export interface LiveDesk {
  simulator: Simulator;
  snapshot: () => TCCCDesk;
  session: (sessionId: string) => TCCCSession | undefined;
  /** What the connection knows, without the stores: a customer would be cut off. */
  isLiveByEvents: () => boolean;
  run: (sessionId: string, action: TCCCSessionAction, given?: unknown) => Promise<unknown>;
  dial: (whom: 'customer' | 'colleague') => Promise<unknown>;
  setStatus: (status: 'free' | 'rest' | 'arrange' | 'notReady' | 'stopNotReady') => Promise<unknown>;
  go: (where: 'online' | 'offline') => Promise<unknown>;
  /** Ends the connection. */
  disconnect: () => void;
}

export function createLiveDesk(options: SimulatorOptions, historySize: number): LiveDesk {
  const page = createWindow();
  const simulator = createSimulator(page, options);
  const listeners = new Set<() => void>();
  let sdk: TCCCSdk | null = null;
  const tell = (now: TCCCSdk | null): void => {
    sdk = now;
    for (const listener of [...listeners]) listener();
  };

  shared.log = [];
  const desk = createDesk(
    {
      peek: () => [true, sdk, 'agent', { historySize }],
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    Object.assign(shared, { keep }),
  );
  const hub = createHub(
    (name, payload) => {
      keep(name, payload);
      desk.hear(name, payload);
      // As the connection does: ready a little after the event.
      if (name === 'ready') void Promise.resolve().then(() => tell(page.tccc ?? page.TCCC ?? null));
    },
    () => undefined,
  );
  simulator.load({ src: simulator.issueToken().sdkUrl, dataset: {} });
  hub.attach((page.tccc ?? page.TCCC)!);

  return {
    simulator,
    snapshot: desk.getSnapshot,
    session: desk.session,
    isLiveByEvents,
    run: (sessionId, action, given) => act(desk, sessionId, action, given),
    dial: (whom) =>
      whom === 'customer'
        ? dial(desk, 'startOutboundCall', { phoneNumber: '13800000000' })
        : dial(desk, 'startInternalCall', { calleeUserId: 'bob' }),
    setStatus: (status) => setStatus(desk, status),
    go: (where) => go(desk, where),
    disconnect() {
      hub.detach();
      tell(null);
    },
  };
}
