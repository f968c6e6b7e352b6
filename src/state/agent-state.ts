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

/**
 * The state after a status.
 *
 * @param status The SDK's; the cloud's `afterCallWork` is its `arrange`. Anything but a text changes nothing.
 * @param now ms since the epoch.
 * @param asked Whether our own `offline()` asked for it.
 */
export function agentAfter(
  agent: TCCCAgentState,
  status: unknown,
  now: number,
  asked: boolean,
): TCCCAgentState {
  const told = status === 'afterCallWork' ? 'arrange' : status;
  if (typeof told !== 'string' || told === agent.status) return agent;
  return {
    status: told,
    since: now,
    // A reservation waits for the end of the call and of the work after it.
    reserved: told !== agent.reserved && /^(busy|arrange)$/.test(told) ? agent.reserved : null,
    offlineBy: told !== 'offline' ? null : asked ? 'app' : agent.status ? 'elsewhere' : null,
  };
}
