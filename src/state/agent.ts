import { callSdk } from '../sdk/reply.js';
import type { TCCCSettableStatus } from '../sdk/vendor.js';
import type { Desk } from './desk.js';
import { perform } from './perform.js';
import { until } from './until.js';

/** Sets the agent's status; during a call, for after it. */
export function setStatus(desk: Desk, status: TCCCSettableStatus, restReason?: string): Promise<void> {
  // Another status while one is pending is no repetition: the SDK gets both, in this order.
  desk.setDoing('', 'setStatus');
  return perform(desk, '', 'setStatus', async (sdk) => {
    await callSdk(() => sdk.Agent.setStatus(restReason ? { status, restReason } : { status }));
    const { status: now, reserved } = desk.getSnapshot().agent;
    if (desk.peek()[1] !== sdk || now !== 'busy') return;
    // That takes back nothing but a reserved notReady.
    const left = reserved === 'notReady' ? null : reserved;
    desk.setAgent({ reserved: status === 'stopNotReady' ? left : status });
  });
}

/** Takes the agent on- or offline, and waits until the SDK says so. */
export function go(desk: Desk, action: 'online' | 'offline'): Promise<void> {
  const there = (): boolean => {
    const { status } = desk.getSnapshot().agent;
    return !!status && (status === 'offline') === (action === 'offline');
  };
  if (desk.peek()[0] && there()) return Promise.resolve();
  return perform(desk, '', action, async ({ Agent }) => {
    const arrived = until(desk, there);
    await callSdk(() => {
      Agent[action]();
    });
    await arrived;
  });
}
