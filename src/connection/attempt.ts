import { tcccError } from '../sdk/errors.js';
import { isolate } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { aborted } from './aborted.js';
import { call, options } from './callbacks.js';
import { fetchToken } from './fetch-token.js';
import { checkForeign, footing, hub, present, readGlobal } from './in-page.js';
import { type Run, settle } from './run.js';
import { loadScript } from './load-script.js';
import { checkHost, DEFAULT_ALLOWED_SDK_HOSTS } from './sdk-url.js';
import { remember } from './secrets.js';
import type { SnapshotParts, TCCCDurations, TCCCStatus } from './snapshot.js';
import { snapshot } from './store.js';
import { sdkMissing } from './sdk-missing.js';
import { wait } from './wait.js';

/** The last `ready`, another object for each connection, with its payload. */
export let lastReady: { payload?: unknown } = {};

/** One attempt: a fresh token, the script, the log-in. */
export async function attemptOnce(run: Run, show: (parts: SnapshotParts) => void): Promise<TCCCSdk> {
  const props = options();
  const { token = 10_000, script = 20_000, login = 30_000 } = props.timeouts ?? {};
  const durations: TCCCDurations = {};
  let from = 0;
  const begin = (status: TCCCStatus, done?: keyof TCCCDurations, parts?: Partial<SnapshotParts>): void => {
    checkForeign();
    if (done) durations[done] = performance.now() - from;
    show({ status, durations: { ...durations }, ...parts });
    from = performance.now();
  };

  begin('fetching-token');
  const credentials = await fetchToken(props, snapshot.attempt, token);

  remember(credentials);
  checkHost(credentials.url, props.allowedSdkHosts ?? DEFAULT_ALLOWED_SDK_HOSTS);

  begin('loading-script', 'token');
  return loadScript(
    credentials,
    props,
    script,
    // In the load event itself, so that no event is missed.
    async () => {
      const sdk = readGlobal();
      if (!sdk) throw sdkMissing();
      footing.sdk = sdk;
      begin('logging-in', 'script');
      return wait(
        login,
        (resolve, reject) => {
          footing.hear = (name, payload) => {
            if (name === 'tokenExpired') {
              footing.hear = undefined;
              reject(
                tcccError(
                  'token-expired',
                  'The SDK refused the token as expired or used. Ask the cloud for a new one at every request, and cache none.',
                ),
              );
            }
            // Whoever is signed in next must not get it: the judgement ends it.
            if (name !== 'ready' || options().agentKey !== run.agentKey) return;
            footing.hear = undefined;

            settle(run);
            lastReady = { payload };
            // Whether the newer SDK still reads the tag's attribute is not known.
            if (props.showWorkBenchAtFirstLogin === false) isolate(() => sdk.UI.hideWorkbench?.());
            present();
            begin('ready', 'login', { sdk, lastError: null });
            if (snapshot.sdk === sdk) call('onReady', sdk);
            if (snapshot.sdk === sdk) hub.emit('ready', payload);
            // A callback may have ended it.
            if (snapshot.sdk === sdk) resolve(sdk);
            else reject(aborted());
          };
          hub.attach(sdk);
        },
        'login',
      );
    },
  );
}
