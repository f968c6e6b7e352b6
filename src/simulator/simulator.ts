import type { SimulatorAgent, SimulatorRestingStatus } from './agent.js';
import type { SimulatorAgentUi } from './agent-ui.js';
import type { SimulatorRing } from './call-in.js';
import type { SimulatorCustomerControl } from './customer.js';
import type { SimulatorFailure } from './faults.js';
import type { SimulatorMethod } from './methods.js';
import type { SimulatorOptions } from './options.js';
import type { ScriptTag } from './script-tag.js';
import type { SimulatorSession } from './session.js';
import type { SimulatorSettings } from './settings.js';
import type { IssuedToken, IssueTokenOptions } from './token.js';
import type { SimulatorUiState } from './ui.js';

/** One call of an SDK method by the page. */
export interface SimulatorCall {
  /** Position in the order of all calls and events. */
  readonly seq: number;
  readonly method: SimulatorMethod;
  readonly args: readonly unknown[];
}

/** One event as it was emitted to the page. */
export interface SimulatorEvent {
  /** Position in the order of all calls and events. */
  readonly seq: number;
  readonly name: string;
  readonly payload: unknown;
}

/** Where the simulated SDK stands: no script yet, logging in, usable, or refused. */
export type SimulatorPhase = 'unloaded' | 'loading' | 'ready' | 'expired';

/** Options of `transferIn`. */
export interface SimulatorTransferIn extends SimulatorRing {
  /** The agent who transfers; sent as the remark. */
  from?: string | undefined;
}

/**
 * The control of a simulated SDK: it plays the customer, the colleagues, the backend and the network, and
 * shows what the page did. `window.__tcccSimulator` in a page whose script is the simulator's.
 *
 * @example
 * await simulator.whenReady();
 * const sessionId = simulator.ring({ type: 'phone', timeout: 8 });
 * // … the page answers …
 * simulator.customer.hangUp(sessionId);
 */
export interface Simulator {
  /** Rings a session at the agent and returns its id. Throws where the service would not assign it. */
  ring(ring?: SimulatorRing): string;
  /** A colleague transfers a session to this agent; with the `sessionId` of an earlier one, that one returns. */
  transferIn(transfer?: SimulatorTransferIn): string;
  /** The other side. */
  readonly customer: SimulatorCustomerControl;
  /** The agent's hands on the vendor's own interface. */
  readonly agentUi: SimulatorAgentUi;
  /** The backend takes the agent offline: running calls end with closeBy `admin`, ringing ones go elsewhere. */
  forceOffline(): void;
  /** The backend sets the agent's status; during a call it is reserved. */
  setStatusRemotely(status: SimulatorRestingStatus): void;

  /** A token and the script's address with it; drawn from the seed. */
  issueToken(options?: IssueTokenOptions): IssuedToken;
  /** Every token issued so far is expired from now on. */
  expireTokens(): void;

  /** Calls of `method` take `ms` longer, in simulated time. */
  delay(method: SimulatorMethod, ms: number): void;
  /** Calls of `method` fail and have no effect. */
  fail(method: SimulatorMethod, failure?: SimulatorFailure): void;
  /** Calls of `method` have no effect and their promises never settle. */
  never(method: SimulatorMethod): void;
  /** Takes back `delay`, `fail` and `never` of one method, or of all. */
  restore(method?: SimulatorMethod): void;

  /** Emits any event, with the payload as it is. What a listener throws comes out of here. */
  emit(name: string, payload?: unknown): void;
  /** Listeners on the present SDK instance, of one event or of all. */
  listenerCount(name?: string): number;
  /** How often `on` of the present SDK instance was called. */
  readonly onCalls: number;
  /** How often `off` of the present SDK instance was called. */
  readonly offCalls: number;

  readonly phase: SimulatorPhase;
  /** How often the script has run on this page. */
  readonly loads: number;
  readonly agent: SimulatorAgent;
  /** Sessions not completed, oldest first. The same array until something changes. */
  readonly sessions: readonly SimulatorSession[];
  /** What the vendor's interface shows. */
  readonly ui: SimulatorUiState;
  /** Method calls of the page, oldest first. */
  readonly calls: readonly SimulatorCall[];
  /** Events emitted to the page, oldest first. */
  readonly events: readonly SimulatorEvent[];
  /** The options in force, defaults and readings included. */
  readonly options: Readonly<SimulatorSettings>;

  /**
   * Changes options. Those that decide what exists (`profile`, `globalName`, `off`, …) matter to the next
   * script; all others at once.
   */
  configure(options: SimulatorOptions): void;
  /** Calls `listener` on every change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Resolves when the present or next login has succeeded. */
  whenReady(): Promise<void>;
  /** Forgets sessions, logs, faults and used tokens and starts the seed again; the SDK stays logged in. */
  reset(): void;
  /** Runs the script for a tag, as the browser does. For those who load it in their own way. */
  load(tag: ScriptTag): void;
  /** Removes everything: timers, page element, globals. */
  dispose(): void;
}
