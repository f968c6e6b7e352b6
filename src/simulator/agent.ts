import type { TCCCSettableStatus } from '../sdk/vendor.js';
import type { Cancel } from './clock.js';
import type { Core } from './core.js';
import { refuse } from './refusal.js';

/** Agent status inside the simulator, before readings rename it. */
export type SimulatorStatus = 'offline' | 'free' | 'busy' | 'arrange' | 'notReady' | 'rest';
/** A status to which the agent returns after a call. */
export type SimulatorRestingStatus = 'free' | 'notReady' | 'rest';

/** The agent as the control API shows it. */
export interface SimulatorAgent {
  readonly status: SimulatorStatus;
  /** Asked for during a call; comes when the call is over. */
  readonly reserved?: SimulatorRestingStatus;
  /** Reason given with `rest`. */
  readonly restReason?: string;
  /** The account that the script was given. */
  readonly userId?: string;
  /** The application that the script was given. */
  readonly sdkAppId?: string;
}

/** The agent's status and its rules. */
export interface AgentMachine {
  status(): SimulatorStatus;
  snapshot(): Pick<SimulatorAgent, 'status' | 'reserved' | 'restReason'>;
  /** Starts again in this status, without an event. */
  reset(status: SimulatorStatus): void;
  /** Sends the present status. */
  announce(): void;
  online(): void;
  /** `force` also works during a call. */
  offline(force?: boolean): void;
  checkStatus(status: TCCCSettableStatus): void;
  setStatus(status: TCCCSettableStatus, restReason?: string): void;
  /** The backend's SetStaffStatus. */
  setRemotely(status: SimulatorRestingStatus): void;
  /** A session that makes the agent busy has begun. */
  engage(sessionId: string): void;
  /** It is over. */
  release(sessionId: string, wrapUp: boolean): void;
}

const RESTING: readonly string[] = ['free', 'notReady', 'rest'];
const SETTABLE: readonly string[] = [...RESTING, 'arrange', 'stopNotReady'];
const isResting = (status: string): status is SimulatorRestingStatus => RESTING.includes(status);

/** An agent who is offline. */
export function createAgent(core: Core): AgentMachine {
  let status: SimulatorStatus = 'offline';
  /** Where after-call work, or the call itself, leads back to. */
  let resting: SimulatorRestingStatus = 'free';
  let restReason: string | undefined;
  let reserved: { status: SimulatorRestingStatus; reason?: string | undefined } | undefined;
  let stopTimer: Cancel | undefined;
  const engaged = new Set<string>();

  const announce = (): void => {
    const { arrangeName, offlineStatus } = core.settings().readings;
    const name = status === 'arrange' ? arrangeName : status;
    core.send('statusChanged', name === 'offline' && offlineStatus === 'absent' ? {} : { status: name });
  };

  const enter = (next: SimulatorStatus, reason?: string, seconds = 0): void => {
    stopTimer?.();
    stopTimer = undefined;
    if (isResting(next)) {
      resting = next;
      if (next !== 'rest' || reason !== undefined) restReason = reason;
    }
    const same = next === status;
    status = next;
    // Armed before the event: a listener may change the status again.
    if (seconds > 0) stopTimer = core.clock.after(seconds * 1000, () => enter(resting));
    core.changed();
    if (!same) announce();
  };

  return {
    status: () => status,
    announce,
    snapshot() {
      const reason = status === 'rest' ? restReason : reserved?.reason;
      return {
        status,
        ...(reserved && { reserved: reserved.status }),
        ...(reason && { restReason: reason }),
      };
    },
    reset(next) {
      stopTimer?.();
      stopTimer = undefined;
      engaged.clear();
      reserved = undefined;
      restReason = undefined;
      resting = isResting(next) ? next : 'free';
      status = next;
    },
    online() {
      if (status === 'offline') enter(core.settings().readings.onlineStatus === 'last' ? resting : 'free');
    },
    offline(force = false) {
      if (status === 'busy' && !force) return;
      engaged.clear();
      reserved = undefined;
      enter('offline');
    },
    checkStatus(next) {
      if (status === 'offline') refuse('FailedOperation.PermissionDenied', 'The agent is offline.');
      if (!SETTABLE.includes(next)) refuse('InvalidParameter', `The status ${next} cannot be set.`);
    },
    setStatus(next, reason) {
      if (status !== 'busy') {
        if (next !== 'stopNotReady') enter(next, reason);
        else if (status === 'notReady') enter('free');
        return;
      }
      // The agent cannot leave a call: the wish is kept for its end.
      if (next === 'stopNotReady') {
        if (reserved?.status === 'notReady') reserved = undefined;
        if (resting === 'notReady') resting = 'free';
      } else reserved = next === 'arrange' ? undefined : { status: next, reason };
      core.changed();
    },
    setRemotely(next) {
      if (status === 'busy') {
        reserved = { status: next };
        core.changed();
      } else enter(next);
    },
    engage(sessionId) {
      engaged.add(sessionId);
      if (status !== 'offline') enter('busy');
    },
    release(sessionId, wrapUp) {
      if (!engaged.delete(sessionId) || engaged.size > 0 || status !== 'busy') return;
      const { wrapUp: seconds } = core.settings();
      const wish = reserved;
      reserved = undefined;
      if (wish) enter(wish.status, wish.reason);
      else if (wrapUp && seconds > 0) enter('arrange', undefined, seconds);
      else enter(resting);
    },
  };
}
