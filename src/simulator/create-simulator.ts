import { createAgent, type SimulatorAgent } from './agent.js';
import { createAgentUi } from './agent-ui.js';
import { createClock, type SimulatorWindow } from './clock.js';
import { runAll, type Core } from './core.js';
import { createCustomer } from './customer.js';
import { createRoot, type Root } from './dom/root.js';
import { end } from './ending.js';
import { createFaults } from './faults.js';
import { offer } from './inbound.js';
import { countDisposal } from './generation.js';
import { createInstance, type Instance } from './instance.js';
import type { Line } from './line.js';
import { createLog } from './log.js';
import type { SimulatorOptions } from './options.js';
import { createStreams } from './random.js';
import { readTag, type ScriptTag } from './script-tag.js';
import { goOffline } from './sdk-agent.js';
import { createSessionStore, isLive, type SimulatorSession } from './session.js';
import { mergeOptions, resolveSettings } from './settings.js';
import type { Simulator } from './simulator.js';
import { issueToken } from './token.js';
import { createTokenStore } from './token-store.js';
import { createUi } from './ui.js';

/**
 * A simulated SDK without a page yet: nothing is set on `window`, and no timer runs, until `load` runs the
 * script for a tag. `installSimulator` and the script `sdk.js` are made of it.
 *
 * @example
 * const simulator = createSimulator(window, { speed: 50, readings: { failure: 'resolve' } });
 */
export function createSimulator(window: SimulatorWindow, options: SimulatorOptions = {}): Simulator {
  let given = options;
  let settings = resolveSettings(given);
  let random = createStreams(settings.seed);
  let tokens = createTokenStore();
  let instance: Instance | undefined;
  let root: Root | undefined;
  let loads = 0;
  let snapshot: readonly SimulatorSession[] | undefined;
  let agentSnapshot: SimulatorAgent | undefined;
  const log = createLog();
  const faults = createFaults();
  const subscribers = new Set<() => void>();
  const waiting = new Set<() => void>();
  const sessions = createSessionStore();
  const clock = createClock(window, () => settings.speed);

  const changed = (): void => {
    snapshot = agentSnapshot = undefined;
    root?.update();
    runAll(...subscribers);
  };
  const deliver = (name: string, payload: unknown): void => {
    log.event(name, payload);
    changed();
    instance?.emitter.emit(name, payload);
  };
  const core: Core = {
    window,
    settings: () => settings,
    random: () => random,
    clock,
    changed,
    send(name, payload) {
      if (!instance || (instance.phase() !== 'ready' && name !== 'tokenExpired')) return;
      deliver(name, settings.readings.payloads === 'nested' ? { data: payload ?? {} } : payload);
    },
  };
  const agent = createAgent(core);
  const line: Line = { core, agent, sessions };
  const ui = createUi(changed);
  const agentUi = createAgentUi(line);

  const dropInstance = (): void => {
    instance?.close();
    instance = undefined;
    sessions.clear();
    agent.reset('offline');
    ui.reset();
    root?.remove();
    root = undefined;
  };

  const simulator: Simulator = {
    ring: (ring = {}) => offer(line, ring),
    transferIn({ from = 'colleague@example.com', ...ring } = {}) {
      const earlier = ring.sessionId === undefined ? undefined : sessions.get(ring.sessionId);
      // Who was called is on the other side now.
      const data =
        earlier?.direction === 'out' ? { callerPhoneNumber: earlier.data.calleePhoneNumber } : earlier?.data;
      return offer(line, { ...data, type: earlier?.kind, remark: from, ...ring }, true);
    },
    customer: createCustomer(line),
    agentUi,
    forceOffline() {
      runAll(
        () => goOffline(line, (machine) => machine.offline(true)),
        ...sessions
          .all()
          .filter((session) => isLive(session) && session.state !== 'offered')
          .map((session) => () => end(line, session, { closeBy: 'admin', mainReason: 'clientError' })),
      );
    },
    setStatusRemotely: (status) => agent.setRemotely(status),
    issueToken: (wanted) => issueToken({ random: random.tokens, ...wanted }),
    expireTokens: () => tokens.expireAll(),
    ...faults,
    emit: deliver,
    listenerCount: (name) => instance?.emitter.count(name) ?? 0,
    get onCalls() {
      return instance?.uses.on ?? 0;
    },
    get offCalls() {
      return instance?.uses.off ?? 0;
    },
    get phase() {
      return instance?.isGlobal() ? instance.phase() : 'unloaded';
    },
    get loads() {
      return loads;
    },
    get agent() {
      const { userId, sdkAppId } = instance?.facts ?? {};
      return (agentSnapshot ??= Object.freeze({
        ...agent.snapshot(),
        ...(userId && { userId }),
        ...(sdkAppId && { sdkAppId }),
      }));
    },
    get sessions() {
      return (snapshot ??= Object.freeze(sessions.snapshot()));
    },
    get ui() {
      return ui.get();
    },
    get calls() {
      return log.calls();
    },
    get events() {
      return log.events();
    },
    get options() {
      return settings;
    },
    configure(more) {
      const merged = mergeOptions(given, more);
      const next = resolveSettings(merged);
      if (next.seed !== settings.seed) random = createStreams(next.seed);
      given = merged;
      settings = next;
      changed();
    },
    subscribe(listener) {
      subscribers.add(listener);
      return () => void subscribers.delete(listener);
    },
    whenReady: () =>
      new Promise((resolve) => {
        if (simulator.phase === 'ready') resolve();
        else waiting.add(resolve);
      }),
    reset() {
      clock.clear();
      sessions.clear();
      faults.restore();
      log.clear();
      tokens = createTokenStore();
      random = createStreams(settings.seed);
      agent.reset(instance?.phase() === 'ready' ? settings.readings.bootStatus : 'offline');
      instance?.resume();
      changed();
    },
    load(tag: ScriptTag) {
      const facts = readTag(tag);
      simulator.configure(facts.options);
      loads += 1;
      window.__tcccSimulator = simulator;
      const { globalName, readings } = settings;
      if (globalName === 'none') return;
      const up = instance && instance.phase() !== 'expired' && instance.isGlobal();
      if (up && readings.secondInit === 'ignored') return;
      dropInstance();
      instance = createInstance({ line, ui, faults, log, facts, tokens: () => tokens, loggedIn });
      instance.install(globalName);
      root = createRoot(line, ui, agentUi, tag.nonce);
      changed();
    },
    dispose() {
      countDisposal();
      clock.clear();
      dropInstance();
      subscribers.clear();
      waiting.clear();
      if (window.__tcccSimulator === simulator) Reflect.deleteProperty(window, '__tcccSimulator');
    },
  };

  function loggedIn(): void {
    const tasks = [...waiting];
    waiting.clear();
    runAll(...tasks);
  }

  return simulator;
}
