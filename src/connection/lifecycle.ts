import type { TCCCError } from '../sdk/errors.js';
import { isolate, rejected } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { aborted } from './aborted.js';
import { call, conflict, entries, type Entry, fresh, options } from './callbacks.js';
import { drive } from './drive.js';
import { clean, footing } from './in-page.js';
import type { TCCCConnectionOptions } from './options.js';
import { join, pending, type Run, settle } from './run.js';
import { publish, snapshot } from './store.js';
import { judged } from './turn.js';
import { cut, wait } from './wait.js';

let closing: Promise<void> | undefined;

/** Whose connect or SDK this is, or was last; `null` before the first. */
export let owner: TCCCConnectionOptions['agentKey'] = null;

/** Connects when its turn comes: after the judgement of a change, and after a closing. */
async function begin(run: Run): Promise<TCCCSdk> {
  for (let turn; (turn = judged ?? closing);) await turn;
  try {
    if (run !== pending || (snapshot.sdk && owner !== run.agentKey)) throw aborted();
    if (!snapshot.sdk) {
      run.agentKey = owner = options().agentKey;
      clean();
      return await drive(run);
    }
    // The change that this connect waited for did not come.
    settle(run);
    return snapshot.sdk;
  } catch (error) {
    if (run === pending) {
      const failure = error as TCCCError;
      settle(run);
      if (failure.code === 'provider-conflict') {
        // They unmount, and what an unmount causes sets the status.
        conflict(failure);
      } else {
        const { attempt, durations } = snapshot;
        publish({ status: 'error', error: failure, attempt, durations });
        call('onError', failure);
      }
    }
    throw error;
  }
}

/** A provider's `connect()`. */
export function connect(entry: Entry): Promise<TCCCSdk> {
  const { agentKey } = entry.options;
  // While a change of the endpoint is judged, the SDK may be about to be replaced.
  if (snapshot.sdk && agentKey === owner && !judged) return Promise.resolve(snapshot.sdk);
  options(entry);
  // The last agent's connect ends here, unless that agent's provider is still mounted before this one.
  const stranger = pending && pending.agentKey !== agentKey;
  if (stranger && entry === entries[0]) abort();
  // With nobody to connect, it ends at once.
  const nobody = agentKey === null || (stranger && pending) || (entry.at && !entries.includes(entry));
  return nobody ? rejected(aborted()) : join(begin, agentKey);
}

function abort(): void {
  const run = pending;
  if (!run) return;
  settle(run);
  if (!closing && !snapshot.sdk) {
    cut();
    clean();
    publish();
  }
  run.reject(aborted());
}

/** Ends what is there, but not a connect of the agent to come that has not begun. */
export function close(): Promise<void> {
  if ((snapshot.attempt && !snapshot.sdk) || pending?.agentKey !== options().agentKey) abort();
  const { sdk } = snapshot;
  publish();
  return (closing ??= (
    sdk
      ? // At most so long for the `statusChanged` after `offline()`, in ms.
        wait(1500, (resolve) => {
          const check = (name: string, told: unknown): void => {
            // Without a status it is that one: the vendor's list has no other for it.
            const { status = 'offline' } = (told ?? {}) as { status?: unknown };
            if (name === 'statusChanged' && status === 'offline') resolve();
          };
          footing.hear = check;
          // Already offline: there will be no event.
          isolate(() => {
            check('statusChanged', { status: sdk.Agent.getStatus?.() ?? null });
          });
          isolate(() => sdk.Agent.offline());
        })
      : Promise.resolve()
  ).then(() => {
    closing = undefined;
    clean();
  }));
}

/** Ends whatever there is. */
export function disconnect(): Promise<void> {
  fresh.splice(0);
  abort();
  return close();
}
