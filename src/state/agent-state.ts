import type { TCCCAgentStatus, TCCCSettableStatus } from '../sdk/vendor.js';

/** The agent's own status, as the SDK last told it. */
export interface TCCCAgentState {
  /** `null`: not connected, or the SDK has told none yet. */
  readonly status: TCCCAgentStatus | null;
  /** When it became so, or was first read, in ms since the epoch. */
  readonly since: number | null;
  /** The status asked for during a call: it comes after it. */
  readonly reserved: TCCCSettableStatus | null;
  /** While offline, who did it: `offline()` of these hooks, or somebody else, as an admin does. */
  readonly offlineBy: 'app' | 'elsewhere' | null;
}

export const NO_AGENT: TCCCAgentState = { status: null, since: null, reserved: null, offlineBy: null };
