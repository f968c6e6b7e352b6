import { tcccError, type TCCCError } from '../sdk/errors.js';
import { call, conflict, entries, type Entry, fresh, options } from './callbacks.js';
import { checkForeign, footing } from './in-page.js';
import { close, connect, disconnect } from './lifecycle.js';
import type { TCCCConnectionOptions } from './options.js';
import { pending } from './run.js';
import { snapshot } from './store.js';
import { isLive } from './told.js';
import { schedule } from './turn.js';

/** What makes two providers ask for the same connection: the resolved endpoint, and the agent. */
type Identity = readonly [endpoint: string | undefined, agentKey: TCCCConnectionOptions['agentKey']];

let identity: Identity | undefined;
/** Counts mounts and judgements. */
let count = 0;
const endpointOf = ({ tokenEndpoint }: TCCCConnectionOptions): string | undefined =>
  // A link resolves as a URL does, and never throws.
  tokenEndpoint && Object.assign(document.createElement('a'), { href: tokenEndpoint }).href;

/** What the providers now mounted ask for, against what there is. */
function judge(): void {
  count++;
  const [first] = entries;
  const { agentKey, autoConnect = true, disconnectOnUnmount } = options();
  if (!first) {
    if (!snapshot.sdk || (disconnectOnUnmount && !busy())) {
      void disconnect();
      identity = undefined;
    }
    return;
  }
  try {
    checkForeign();
  } catch (error) {
    conflict(error as TCCCError);
    return;
  }
  const endpoint = endpointOf(first.options);
  let start: unknown;
  for (const entry of entries) {
    if (endpointOf(entry.options) === endpoint && entry.options.agentKey === agentKey) {
      start ||= autoConnect && fresh.includes(entry);
    } else {
      entry.fail(
        tcccError(
          'provider-conflict',
          'Two <TCCCProvider> are mounted with different tokenEndpoint or agentKey, and a page has one connection. Give both the same, or mount one.',
          { reason: 'identity' },
        ),
      );
    }
  }
  const wanted: Identity = [endpoint, agentKey];
  const [before, whose] = identity ?? wanted;
  const moved = before !== endpoint && whose === agentKey;
  // Another endpoint cuts no customer off.
  if (moved && busy()) return;
  identity = wanted;
  // Another endpoint for the same agent takes the place of a connection that there was.
  start ||= moved && (pending || snapshot.attempt);
  if (moved || whose !== agentKey) void close();
  if (agentKey === null) void disconnect();
  else if (start && !snapshot.attempt) void connect(first);
  else if (fresh.includes(first) && snapshot.sdk) call('onReady', snapshot.sdk);
  fresh.splice(0);
}

/** Whether a customer would be cut off. Then it is judged anew after each event. */
export const busy = (): boolean => {
  if (!snapshot.sdk || !isLive()) return false;
  footing.hear = rejudge;
  return true;
};

/** Judges anew, one macrotask later. */
export const rejudge = (): void => {
  schedule(judge);
};

/**
 * Mounts a provider, or tells of a change of its identity by mounting it anew; returns its unmounting. It
 * keeps its place among the others.
 */
export function register(entry: Entry): () => void {
  // StrictMode, and a tree that was hidden, mount the same one again: it keeps its place, unless it was judged without it.
  if (!entry.at || !identity || identity[1] !== entry.options.agentKey) fresh.push(entry);
  if (entry.left !== count) entry.at = ++count;
  entries.push(entry);
  entries.sort((a, b) => a.at - b.at);
  // The first provider of a page need not wait: there is nothing that it could conflict with.
  if (identity) rejudge();
  else judge();
  return () => {
    options();
    entry.left = count;
    entries.splice(entries.indexOf(entry), 1);
    rejudge();
  };
}
