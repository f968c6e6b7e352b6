import { type TCCCError, tcccError } from '../sdk/errors.js';
import { isolate } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { type Connection, createConnection } from './connection.js';
import { handlerFailed } from './handler-failed.js';
import { type Identity, identityOf, sameIdentity } from './identity.js';
import type { TCCCConnectionOptions } from './options.js';
import { createSecrets } from './secrets.js';
import { type PolicyHolder, trustedUrl } from './trusted-url.js';

/** A provider, mounted or about to be. */
export interface Entry {
  /** Its newest props. */
  options: TCCCConnectionOptions;
  /** Throws the error at its error boundary. */
  fail: (error: TCCCError) => void;
  /** Mounted since the last judgement; `undefined`: never yet. */
  fresh?: boolean | undefined;
  /** The `ready` for which `onReady` was called. */
  greeted?: number | undefined;
}

/** The page's providers and the connection that they share. */
export interface Registry {
  connection: Connection;
  subscribe: (listener: () => void) => () => void;
  /** Mounts a provider; returns its unmounting. */
  register: (entry: Entry) => () => void;
  /** Judges anew, one macrotask later. */
  schedule: () => void;
  connect: (entry: Entry) => Promise<TCCCSdk>;
  redact: (text: string) => string;
}

export function createRegistry(policies: PolicyHolder): Registry {
  const entries: Entry[] = [];
  const listeners = new Set<() => void>();
  const { add, redact } = createSecrets();
  let latest: TCCCConnectionOptions;
  let identity: Identity | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The props that apply: the first mounted provider's, or of the last one that was mounted. */
  const options = (): TCCCConnectionOptions => (latest = entries[0]?.options ?? latest);
  /** Calls a callback of the provider whose props apply, if one is mounted. */
  const call = <T>(name: 'onReady' | 'onError' | 'onStatusChange', argument: T): void => {
    const callback = entries[0]?.options[name] as ((argument: T) => unknown) | undefined;
    isolate(
      () => callback?.(argument),
      (cause) => {
        report(name, cause);
      },
    );
  };
  const report = (handler: string, cause: unknown): void => {
    const error = handlerFailed(handler, cause);
    if (handler !== 'onError') call('onError', error);
  };
  const fail = (error: TCCCError): void => {
    if (error.code !== 'provider-conflict') call('onError', error);
    else {
      entries.forEach((entry) => {
        entry.fail(error);
      });
    }
  };
  const greet = (sdk: TCCCSdk): void => {
    const [first] = entries;
    const { epoch } = connection.ready();
    if (!first || first.greeted === epoch) return;
    first.greeted = epoch;
    call('onReady', sdk);
  };

  const connection = createConnection({
    options,
    undecided: () => !!timer || !entries.length,
    remember: add,
    trust: (url) => trustedUrl(policies, url),
    tell(snapshot) {
      listeners.forEach((listener) => {
        listener();
      });
      call('onStatusChange', snapshot);
    },
    greet,
    fail,
    report,
  });

  /** What the providers now mounted ask for, against what there is. */
  const judge = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { agentKey, autoConnect = true, disconnectOnUnmount } = options();
    const [first, ...others] = entries;
    if (!first) {
      if (!connection.snapshot().sdk || disconnectOnUnmount) void connection.disconnect();
      if (!connection.snapshot().sdk) identity = undefined;
      return;
    }
    try {
      connection.checkForeign();
    } catch (error) {
      fail(error as TCCCError);
      return;
    }
    const before = identity;
    const wanted = (identity = identityOf(first.options));
    const { fresh } = first;
    let start = entries.some((entry) => entry.fresh) && autoConnect;
    others.forEach((entry) => {
      entry.fresh = false;
      if (sameIdentity(identityOf(entry.options), wanted)) return;
      entry.fail(
        tcccError(
          'provider-conflict',
          'Two <TCCCProvider> with another tokenEndpoint or agentKey are mounted at once: a page has one connection. Give both the same, or mount one.',
          { reason: 'identity' },
        ),
      );
    });
    first.fresh = false;
    if (before && !sameIdentity(before, wanted)) {
      // Another endpoint for the same agent takes the place of a connection that there was.
      start = Object.is(before[1], agentKey) ? start || connection.active() : autoConnect;
      void connection.close();
    }
    const { sdk, status } = connection.snapshot();
    if (agentKey === null) void connection.disconnect();
    else if (start && status === 'idle') void connection.connect();
    else if (sdk && fresh) greet(sdk);
    connection.proceed();
  };
  const schedule = (): void => {
    timer ??= setTimeout(judge);
  };

  return {
    connection,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    register(entry) {
      entries.push(entry);
      entry.fresh = true;
      // The first provider of a page need not wait: there is nothing that it could conflict with.
      if (identity) schedule();
      else judge();
      return () => {
        options();
        entries.splice(entries.indexOf(entry), 1);
        schedule();
      };
    },
    schedule,
    connect(entry) {
      const { agentKey } = entry.options;
      if (agentKey === null || (entry.fresh !== undefined && !entries.includes(entry))) {
        const nobody = Promise.reject<TCCCSdk>(
          tcccError(
            'aborted',
            `There is nobody to connect: ${agentKey === null ? 'agentKey is null' : 'the provider has unmounted'}.`,
          ),
        );
        nobody.catch(() => undefined);
        return nobody;
      }
      const anew = !Object.is(agentKey, connection.owner());
      if (anew && connection.snapshot().sdk) schedule();
      return connection.connect(anew);
    },
    redact,
  };
}
