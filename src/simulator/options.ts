import type { SimulatorReadings } from './readings.js';

/**
 * How the remote party of an outbound or internal call behaves: answers; lets it ring; refuses; is on the
 * phone; or waits for the control API (`customer.answer()` …).
 */
export type SimulatorCustomer = 'answers' | 'stays-away' | 'refuses' | 'busy' | 'manual';

/** A skill group of the simulated tenant. */
export interface SimulatorSkillGroup {
  skillGroupId: string;
  skillGroupName: string;
}

/**
 * Options of the simulator. All may be left out. Units are in each comment; every delay is divided by
 * `speed`.
 */
export interface SimulatorOptions {
  /** 1 = real time, 50 = fifty times as fast. Payloads keep their simulated values. Default 1. */
  speed?: number | undefined;
  /** Seed of all ids, numbers and delays: the same seed and the same calls give the same run. Default 1. */
  seed?: number | undefined;
  /** Language of the simulated interface. Default `zh-CN`. */
  locale?: 'zh-CN' | 'en-US' | undefined;
  /**
   * Age of the SDK. `api-22` has no `Agent.getStatus`, no `Call.end`, no float button and workbench methods,
   * a synchronous `isMicMuted`, silent mute methods and `Admin.getSkillGroups`. Default `current`.
   */
  profile?: 'current' | 'api-22' | undefined;
  /** Readings that differ from the defaults of `SIMULATOR_READINGS`. */
  readings?: Partial<SimulatorReadings> | undefined;

  /** `installSimulator` only: what becomes of the tag. Default `load`. */
  script?: 'load' | 'error' | 'hang' | 'no-global' | undefined;
  /** `installSimulator` only: time to download the script, in ms. Default 20. */
  loadDelay?: number | undefined;
  /** Name of the global; `none` = the script loads and sets none. Default: the reading `globalName`. */
  globalName?: 'tccc' | 'TCCC' | 'none' | undefined;
  /** From script to `ready` or `tokenExpired`, in ms. Default 300. */
  readyDelay?: number | undefined;
  /** Outcome of the login: by the token, `tokenExpired` in any case, or no event at all. Default `ready`. */
  login?: 'ready' | 'expired' | 'never' | undefined;

  /** Average time until a method's promise settles, in ms. Default 50. */
  latency?: number | undefined;
  /** From a call to `accept` until the agent has joined (`userAccessed`), in ms. Default 200. */
  joinDelay?: number | undefined;
  /** From a transfer's reply until it is complete, in ms. Default 500. */
  transferDelay?: number | undefined;

  /** Time to answer a ringing session, in s; 0 = no limit. Default 20. */
  ringTimeout?: number | undefined;
  /** A session not answered in time goes to another agent; if not, it ends. Default `true`. */
  autoTransfer?: boolean | undefined;
  /** Ringing sessions are answered without the agent, after so many ms. Default `false`. */
  autoAnswer?: number | false | undefined;
  /** After-call work, in s; 0 = none. Default 30. */
  wrapUp?: number | undefined;
  /** A chat is closed this long after it was answered, in s; 0 = never. Default 600. */
  chatIdleTimeout?: number | undefined;
  /** Chats that one agent can have at once. Default 5. */
  maxChats?: number | undefined;

  /** What the remote party of an outbound or internal call does. Default `answers`. */
  customer?: SimulatorCustomer | undefined;
  /** When the remote party answers or refuses, in ms. Default 3000. */
  answerDelay?: number | undefined;
  /** How long an outbound call rings in vain, in s. Default 60. */
  dialTimeout?: number | undefined;

  /** The tenant's own number, as dialled. */
  servingNumber?: string | undefined;
  /** The tenant's skill groups. */
  skillGroups?: readonly SimulatorSkillGroup[] | undefined;
}
