import type { TCCCError } from '../sdk/errors.js';
import { NO_AGENT, type TCCCAgentState } from './agent-state.js';
import type { Desk } from './desk-types.js';
import type { TCCCSession } from './session.js';

/** All state of the desk in one object. Replaced, never changed: the same object until something changed. */
export interface TCCCDesk {
  /** The sessions there are, and those that are over as far as `historySize` keeps them; the newest last. */
  readonly sessions: readonly TCCCSession[];
  readonly agent: TCCCAgentState;
  /** What failed, the newest last; at most 50. */
  readonly errors: readonly TCCCError[];
}

/** Before there is any, on a server, and for another agent's connection. */
export const EMPTY_DESK: TCCCDesk = { sessions: [], agent: NO_AGENT, errors: [] };

export const snapshotOf = (desk: Desk | undefined): TCCCDesk => desk?.getSnapshot() ?? EMPTY_DESK;
