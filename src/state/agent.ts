import { callSdk } from '../sdk/reply.js';
import type { TCCCSettableStatus } from '../sdk/vendor.js';
import type { Desk, Link } from './desk.js';
import { perform } from './perform.js';

/** Sets the agent's status; during a call, for after it. */
export function setStatus(
  desk: Desk,
  link: Link,
  status: TCCCSettableStatus,
  restReason?: string,
): Promise<void> {
  // Another status while one is pending is no repetition: the SDK gets both, in this order.
  desk.setDoing('', 'setStatus');
  return perform(desk, link, { sessionId: '', action: 'setStatus' }, async (sdk) => {
    await callSdk(() => sdk.Agent.setStatus(restReason ? { status, restReason } : { status }));
    if (link.peek()[1] === sdk && desk.getSnapshot().agent.status === 'busy') {
      desk.setAgent({ reserved: status === 'stopNotReady' ? null : status });
    }
  });
}

/** Takes the agent on- or offline, and waits until the SDK says so. */
export function go(desk: Desk, link: Link, action: 'online' | 'offline'): Promise<void> {
  const there = (): boolean => {
    const { status } = desk.getSnapshot().agent;
    return !!status && (status === 'offline') === (action === 'offline');
  };
  if (link.peek()[0] && there()) return Promise.resolve();
  let watcher: (() => void) | undefined;
  const promise = perform(
    desk,
    link,
    { sessionId: '', action },
    ({ Agent }) =>
      new Promise<void>((resolve, reject) => {
        watcher = () => {
          if (there()) resolve();
        };
        desk.watchers.add(watcher);
        desk.leaving = action === 'offline';
        const sent = callSdk(() => {
          Agent[action]();
        });
        sent.catch(reject);
        sent.catch(() => {
          desk.leaving = false;
        });
      }),
  );
  const stop = (): void => {
    if (watcher) desk.watchers.delete(watcher);
  };
  promise.then(stop, stop);
  return promise;
}
