import type { TCCCStatus } from '../../../src/index.js';
import type {
  SimulatorSessionKind,
  SimulatorSessionState,
  SimulatorStatus,
} from '../../../src/simulator/index.js';
import type { StepName } from '../connection/steps.js';
import type { ScenarioId } from '../errors/scenarios.js';
import type { LoggedEvent } from '../events/names.js';
import type { CallMessages } from './call-types.js';
import type { DeskMessages } from './desk-types.js';

/** The languages of the stories. */
export type Locale = 'zh-CN' | 'en-US';

/** One way in which things go wrong, in words. */
export interface ScenarioText {
  /** What the story does to provoke it. */
  when: string;
  /** What follows, and what helps. */
  then: string;
}

/** Every word that a story shows. */
export interface Messages extends CallMessages {
  connection: {
    title: string;
    intro: string;
    status: Record<TCCCStatus, string>;
    steps: Record<StepName, string>;
    hints: Record<StepName, string>;
    waiting: string;
    failed: string;
    timeline: string;
    attempt: (n: number) => string;
    connect: string;
    retry: string;
    disconnect: string;
    lastError: string;
    retryIn: (seconds: string) => string;
    log: string;
    logEmpty: string;
    logHint: string;
    at: string;
    statusColumn: string;
    attemptColumn: string;
    codeColumn: string;
    total: string;
    workbench: string;
  };
  errors: {
    intro: string;
    choose: string;
    none: string;
    noneText: ScenarioText;
    run: string;
    provoke: string;
    reported: string;
    reportedEmpty: string;
    via: Record<'onError' | 'promise' | 'boundary' | 'useTCCCErrors', string>;
    byItself: Record<'yes' | 'once' | 'no' | 'retry-after', string>;
    again: string;
    stillHeard: (n: number) => string;
    when: string;
    then: string;
    scenarios: Record<ScenarioId, ScenarioText>;
  };
  events: {
    title: string;
    intro: string;
    log: string;
    logEmpty: string;
    clear: string;
    names: Record<LoggedEvent, string>;
  };
  simulator: {
    title: string;
    hint: string;
    ring: string;
    kinds: Record<SimulatorSessionKind, string>;
    customer: string;
    answer: string;
    hangUp: string;
    stayAway: string;
    refuse: string;
    cloud: string;
    transferIn: string;
    forceOffline: string;
    setBusy: string;
    agent: string;
    online: string;
    dial: string;
    accept: string;
    agentHangUp: string;
    done: string;
    status: string;
    statuses: Record<SimulatorStatus, string>;
    sessions: string;
    sessionsEmpty: string;
    states: Record<SimulatorSessionState, string>;
    notReady: string;
    waitForCall: string;
  };
  inbound: {
    title: string;
    intro: string;
    component: string;
    connecting: string;
    waiting: string;
    incoming: string;
    talking: string;
    answer: string;
    hangUp: string;
  };
  agents: {
    title: string;
    intro: string;
    choose: string;
    names: Record<'anna' | 'ben', string>;
    nobody: string;
    account: string;
    accountNone: string;
    note: string;
  };
  desk: DeskMessages;
  backend: { title: string; text: string; way: string };
  docs: { code: string; scenes: string; scenesText: string; open: string };
}
