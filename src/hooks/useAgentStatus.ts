'use client';
import { useMemo } from 'react';

import { ignore } from '../sdk/isolate.js';
import type { TCCCSettableStatus } from '../sdk/vendor.js';
import { snapshotOf } from '../state/desk-snapshot.js';
import { go, setStatus } from '../state/agent.js';
import type { TCCCAgentState } from '../state/agent-state.js';
import { useView } from './context.js';
import { ownDesk, useRead } from './desk.js';

/** What can be done about the agent's status. Stable. Each rejects as the actions of a session do. */
export interface TCCCAgentActions {
  /**
   * Sets the status; resolves when the SDK has taken it. During a call it is `reserved` for after it.
   * `restReason`: one of those that your admin has set up.
   *
   * @example
   * await setStatus('rest', { restReason: 'Lunch' });
   */
  readonly setStatus: (
    status: TCCCSettableStatus,
    options?: { restReason?: string | undefined },
  ) => Promise<void>;
  /**
   * Resolves when the SDK says that the agent is online; at once if so already.
   *
   * @example
   * <button onClick={online}>Start work</button>
   */
  readonly online: () => Promise<void>;
  /**
   * Resolves when the SDK says that the agent is offline; at once if so already.
   *
   * @example
   * <button onClick={offline}>End work</button>
   */
  readonly offline: () => Promise<void>;
  /**
   * Connects if need be, then goes online.
   *
   * @example
   * await ensureOnline();
   * await call({ phoneNumber });
   */
  readonly ensureOnline: () => Promise<void>;
}

/**
 * The agent's own status, read once at `ready` and then told by the SDK; never polled.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { status, setStatus, reserved } = useAgentStatus();
 * <button onClick={() => setStatus('rest', { restReason: 'Lunch' })}>Break</button>
 * {status === 'busy' && reserved && <p>After the call: {reserved}</p>}
 *
 * Source: Web SDK API, "Agent" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useAgentStatus(): TCCCAgentState & TCCCAgentActions {
  const view = useView('useAgentStatus');
  const agent = useRead(view, (desk) => snapshotOf(desk).agent);
  const actions = useMemo((): TCCCAgentActions => {
    const online = (): Promise<void> => go(ownDesk(view), 'online');
    return {
      setStatus: (status, { restReason } = {}) => setStatus(ownDesk(view), status, restReason),
      online,
      offline: () => go(ownDesk(view), 'offline'),
      ensureOnline() {
        const promise = view.getState().connect().then(online);
        promise.catch(ignore);
        return promise;
      },
    };
  }, [view]);
  return useMemo(() => ({ ...agent, ...actions }), [agent, actions]);
}
