import { ignore } from '../sdk/isolate.js';
import type { TCCCSettableStatus } from '../sdk/vendor.js';
import type { Desk } from './desk-types.js';
import { snapshotOf } from './desk-snapshot.js';
import { perform } from './perform.js';
import { until } from './until.js';

/** Sets the agent's status; during a call, for after it. */
export function setStatus(
  desk: Desk | undefined,
  status: TCCCSettableStatus,
  restReason?: string,
): Promise<void> {
  const isBusy = snapshotOf(desk).agent.status === 'busy';
  // Another status while one is pending is no repetition: the SDK gets both, in this order.
  desk?.setDoing('', 'setStatus');
  return perform(
    desk,
    '',
    'setStatus',
    ({ Agent }) => Agent.setStatus({ status, ...(restReason && { restReason }) }),
    ({ getSnapshot, setAgent }) => {
      const { status: now, reserved } = getSnapshot().agent;
      // Asked for in a call, which may be over by now, though not the work after it.
      if (!isBusy || !now || !/^(busy|arrange)$/.test(now)) return;
      // That takes back nothing but a reserved notReady.
      const left = reserved === 'notReady' ? null : reserved;
      setAgent({ reserved: status === 'stopNotReady' ? left : status });
    },
  );
}

/** Takes the agent on- or offline, and waits until the SDK says so. */
export function go(desk: Desk | undefined, action: 'online' | 'offline'): Promise<void> {
  const there = (): unknown => {
    const { status } = snapshotOf(desk).agent;
    return status && (status === 'offline') === (action === 'offline');
  };
  const back = action === 'online' ? 'offline' : 'online';
  const under = (): unknown => desk?.doings('')?.[back]?.pending;
  const other = under();
  if (there() && !other) return Promise.resolve();
  return perform(
    desk,
    '',
    action,
    async ({ Agent }, own, timeout) => {
      // One after the other: which of two the SDK would do last is not documented.
      if (other) await until(own, () => other !== under(), 2000);
      Agent[action]();
      return until(own, there, timeout);
    },
    ignore,
  );
}
