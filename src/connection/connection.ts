import { isTCCCError, type TCCCError, tcccError } from '../sdk/errors.js';
import { createHub, type Hub } from '../sdk/hub.js';
import { isolate } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { createBackOff, type NextTry } from './back-off.js';
import { fetchToken } from './fetch-token.js';
import { createTag, loadScript } from './load-script.js';
import type { TCCCConnectionOptions } from './options.js';
import type { Credentials } from './read-token.js';
import { checkForeign, readGlobal, removeSdk } from './sdk-global.js';
import { checkSdkUrl, DEFAULT_ALLOWED_SDK_HOSTS } from './sdk-url.js';
import { IDLE, makeSnapshot, type SnapshotParts, type TCCCDurations, type TCCCSnapshot } from './snapshot.js';
import { createWait } from './wait.js';

/** How long a back-off waits for the network, in ms. */
const OFFLINE = 60_000;
/** How long `statusChanged` may take after `Agent.offline()`, in ms. */
const GOODBYE = 1500;
/** The longest wait that browsers' timers know, in ms. */
const FOREVER = 2 ** 31 - 1;

const ignore = (): undefined => undefined;

/** One `connect()`, from its call to its end, over all its attempts. */
interface Run {
  promise: Promise<TCCCSdk>;
  resolve: (sdk: TCCCSdk) => void;
  reject: (error: TCCCError) => void;
  started?: boolean;
  /** Ends a back-off at once. */
  hurry?: (() => void) | undefined;
}

/** What a connection needs of the page it is on. */
export interface ConnectionPort {
  /** The props that apply now. */
  options: () => TCCCConnectionOptions;
  /** Whether a connect has to wait until it is known whose it is. */
  undecided: () => boolean;
  remember: (credentials: Credentials) => void;
  trust: (url: string) => string;
  /** Tells everyone of a new snapshot. */
  tell: (snapshot: TCCCSnapshot) => void;
  /** Calls the app's `onReady`. */
  greet: (sdk: TCCCSdk) => void;
  /** Hands over an error: of the connection, or a conflict, which belongs to error boundaries. */
  fail: (error: TCCCError) => void;
  /** Gets what a handler threw. */
  report: (handler: string, cause: unknown) => void;
}

function createRun(): Run {
  const run = {} as Run;
  run.promise = new Promise((resolve, reject) => {
    Object.assign(run, { resolve, reject });
  });
  // The status tells it too: a promise that nobody awaits must not become an unhandled rejection.
  run.promise.catch(ignore);
  return run;
}

/** The page's one connection: one status, one promise, lifecycle calls in the order in which they came. */
export interface Connection {
  snapshot: () => TCCCSnapshot;
  /** Whose connect or SDK this is. */
  owner: () => TCCCConnectionOptions['agentKey'];
  /** The last `ready`: its number, from 1, and its payload. */
  ready: () => { epoch: number; payload: unknown };
  hub: Hub;
  /** Whether anything is under way, ready or failed. */
  active: () => boolean;
  /** Throws `provider-conflict` where somebody else's SDK is in the page. */
  checkForeign: () => void;
  /** @param anew Not the SDK that is ready now, which is about to be closed. */
  connect: (anew?: boolean) => Promise<TCCCSdk>;
  disconnect: () => Promise<void>;
  /** Ends what is there, but not a connect that has not begun. */
  close: () => Promise<void>;
  /** Begins a waiting connect, if nothing stands in its way any more. */
  proceed: () => void;
  /** Ends a back-off at once. */
  hurry: () => void;
}

export function createConnection(port: ConnectionPort): Connection {
  const { options } = port;
  const [wait, cut] = createWait();
  let snapshot: TCCCSnapshot = IDLE;
  let pending: Run | undefined;
  let closing: Promise<void> | undefined;
  let owner: TCCCConnectionOptions['agentKey'];
  let epoch = 0;
  let payloadOfReady: unknown;
  // What is in the page, and what waits for its log-in (also past the time-out).
  let tag: HTMLScriptElement | undefined;
  let sdk: TCCCSdk | undefined;
  let onReady: ((payload: unknown) => void) | undefined;
  let onExpired: (() => void) | undefined;

  const hub = createHub((name, payload) => {
    if (name === 'ready') {
      // The handlers get it after the status, and once a connection.
      onReady?.(payload);
      return;
    }
    hub.emit(name, payload);
    if (name === 'tokenExpired') onExpired?.();
  }, port.report);

  const publish = (parts?: SnapshotParts): void => {
    if (!parts && snapshot === IDLE) return;
    snapshot = parts ? makeSnapshot(parts) : IDLE;
    port.tell(snapshot);
  };

  const clean = (): void => {
    hub.detach();
    onReady = onExpired = undefined;
    // A removed tag in flight would still run, unless an inert document owns it.
    if (tag) {
      document.implementation.createHTMLDocument().adoptNode(tag);
      removeSdk(sdk);
    }
    tag = sdk = undefined;
  };

  const alone = (): void => {
    if (!tag) checkForeign();
  };

  const abort = (why: string): void => {
    const run = pending;
    if (!run) return;
    pending = undefined;
    if (run.started) {
      cut();
      clean();
      publish();
    }
    run.reject(tcccError('aborted', `The connect was ended: ${why}`));
  };

  /** One attempt: a fresh token, the script, the log-in. */
  const attemptOnce = async (
    run: Run,
    props: TCCCConnectionOptions,
    attempt: number,
    lastError: TCCCError | null,
  ): Promise<TCCCSdk> => {
    const { token = 10_000, script = 20_000, login = 30_000 } = props.timeouts ?? {};
    const durations: TCCCDurations = {};
    let from = 0;
    const begin = (status: TCCCSnapshot['status']): void => {
      publish({ status, attempt, durations: { ...durations }, lastError });
      from = performance.now();
    };
    const end = (step: keyof TCCCDurations): void => {
      durations[step] = performance.now() - from;
    };

    alone();
    begin('fetching-token');
    const credentials = await fetchToken(props, attempt, wait, token);
    end('token');
    const { sdkUrl } = credentials;
    const host = checkSdkUrl(sdkUrl, props.allowedSdkHosts ?? DEFAULT_ALLOWED_SDK_HOSTS);
    port.remember(credentials);

    alone();
    begin('loading-script');
    let broken: unknown;
    tag = createTag(credentials, props);
    await loadScript(
      tag,
      () => port.trust(sdkUrl),
      host,
      wait,
      script,
      () => {
        end('script');
        sdk = readGlobal();
        try {
          // In the load event itself, so that no event of the SDK is missed.
          if (sdk) hub.attach(sdk);
        } catch (error) {
          broken = error;
        }
      },
    );
    const loaded = sdk;
    if (!loaded || broken) {
      throw tcccError(
        'sdk-missing',
        `The script from ${host} ran and left no window.tccc. Check that sdkUrl is the SdkURL of CreateSDKLoginToken.`,
        { host },
        broken,
      );
    }

    begin('logging-in');
    return wait<TCCCSdk>(
      login,
      (resolve, reject) => {
        onReady = (payload) => {
          onReady = onExpired = undefined;
          end('login');
          if (run === pending) pending = undefined;
          epoch++;
          payloadOfReady = payload;
          // Whether the newer SDK still reads the tag's attribute is not known.
          if (props.showWorkBenchAtFirstLogin === false) isolate(() => loaded.UI.hideWorkbench?.(), ignore);
          publish({ status: 'ready', sdk: loaded, attempt, durations });
          port.greet(loaded);
          if (snapshot.sdk === loaded) hub.emit('ready', payload);
          resolve(loaded);
        };
        onExpired = () => {
          reject(
            tcccError(
              'token-expired',
              'The SDK refused the token as expired or used. Ask the cloud for a new one for every request of the page, and cache none.',
            ),
          );
        };
        return undefined;
      },
      () =>
        tcccError(
          'login-timeout',
          `The SDK did not get ready within ${login} ms. It is still trying: wait, or call retry().`,
          { timeout: login },
        ),
    );
  };

  const backOff = async (
    run: Run,
    { delay, byServer }: NextTry,
    attempt: number,
    lastError: TCCCError | null,
  ) => {
    const pause = (ms: number, event?: string): Promise<void> => {
      publish({ status: 'fetching-token', attempt, lastError, retryAt: Date.now() + ms });
      return wait(ms, (resolve) => {
        const go = (): void => {
          resolve();
        };
        if (!byServer) run.hurry = go;
        if (event) window.addEventListener(event, go);
        return () => {
          run.hurry = undefined;
          if (event) window.removeEventListener(event, go);
        };
      });
    };
    await pause(delay);
    if (!navigator.onLine) await pause(Math.max(OFFLINE - delay, 0), 'online');
  };

  /** Attempts and waits of one connect, until it is ready, has failed for good, or is no longer wanted. */
  const drive = async (run: Run): Promise<void> => {
    const page = { hidden: false };
    let attempt = 1;
    let lastError: TCCCError | null = null;
    let plan: NextTry | undefined;
    let next = createBackOff();
    // What is under way does not survive the page's being left, and its failing then is no error.
    const onHide = (): void => {
      page.hidden = true;
      clean();
      cut();
    };
    window.addEventListener('pagehide', onHide);
    while (run === pending) {
      try {
        if (page.hidden) {
          // Back out of the back/forward cache: from the start.
          await wait<unknown>(FOREVER, (resolve) => {
            window.addEventListener('pageshow', resolve);
            return () => {
              window.removeEventListener('pageshow', resolve);
            };
          });
          page.hidden = false;
          attempt = 1;
          lastError = null;
          plan = undefined;
          next = createBackOff();
        }
        if (plan) {
          await backOff(run, plan, attempt, lastError);
          if (!plan.byServer) attempt++;
          plan = undefined;
        }
        run.resolve(await attemptOnce(run, options(), attempt, lastError));
      } catch (cause) {
        if (run !== pending || page.hidden) continue;
        const error = isTCCCError(cause)
          ? cause
          : tcccError('sdk-missing', 'The SDK could not be used.', undefined, cause);
        lastError = Object.assign(error, { attempt: error.attempt || attempt });
        if (error.code !== 'login-timeout') clean();
        plan = next(error, attempt, options().retry);
        if (plan) continue;
        pending = undefined;
        publish(error.code === 'provider-conflict' ? undefined : { status: 'error', error, attempt });
        port.fail(error);
        run.reject(error);
      }
    }
    window.removeEventListener('pagehide', onHide);
  };

  const proceed = (): void => {
    const run = pending;
    if (!run || run.started || closing || port.undecided()) return;
    if (snapshot.sdk) {
      // The change that this connect waited for did not come.
      pending = undefined;
      run.resolve(snapshot.sdk);
      return;
    }
    run.started = true;
    owner = options().agentKey;
    clean();
    void drive(run);
  };

  const close = (): Promise<void> => {
    if (closing) return closing;
    if (pending?.started) abort('the agent or the endpoint changed.');
    const leaving = snapshot.sdk;
    publish();
    if (!leaving) {
      clean();
      return Promise.resolve();
    }
    closing = wait(GOODBYE, (resolve) => {
      const check = (status: unknown): void => {
        if (status === 'offline') resolve();
      };
      const off = hub.on('statusChanged', (event) => {
        check((event as { status?: unknown } | undefined)?.status);
      });
      isolate(() => {
        leaving.Agent.offline();
        // Already offline: there will be no event.
        check(leaving.Agent.getStatus?.());
      }, ignore);
      return off;
    }).then(() => {
      clean();
      closing = undefined;
      proceed();
    });
    return closing;
  };

  return {
    snapshot: () => snapshot,
    owner: () => owner,
    ready: () => ({ epoch, payload: payloadOfReady }),
    hub,
    checkForeign: alone,
    active: () => !!pending || snapshot !== IDLE,
    connect(anew) {
      if (!anew && snapshot.sdk) return Promise.resolve(snapshot.sdk);
      const run = (pending ??= createRun());
      proceed();
      return run.promise;
    },
    disconnect() {
      abort('disconnect() was called, or its provider unmounted.');
      return close();
    },
    close,
    proceed,
    hurry() {
      pending?.hurry?.();
    },
  };
}
