import { type TCCCError, tcccError } from '../sdk/errors.js';
import { ignore, isolate } from '../sdk/isolate.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { aborted } from './aborted.js';
import { call, options } from './callbacks.js';
import { fetchToken } from './fetch-token.js';
import { checkForeign, footing, hub, present, readGlobal } from './in-page.js';
import { type Run, settle } from './run.js';
import { createTag, loadScript } from './load-script.js';
import type { TCCCConnectionOptions } from './options.js';
import { checkHost, DEFAULT_ALLOWED_SDK_HOSTS } from './sdk-url.js';
import { remember } from './secrets.js';
import type { SnapshotParts, TCCCDurations, TCCCStatus } from './snapshot.js';
import { publish, snapshot } from './store.js';
import { trustedUrl } from './trusted-url.js';
import { sdkMissing } from './sdk-missing.js';
import { wait } from './wait.js';

/** The last `ready`: its number, from 1, and its payload. */
export let lastReady: { epoch: number; payload?: unknown } = { epoch: 0 };

/** One attempt: a fresh token, the script, the log-in. */
export async function attemptOnce(
  run: Run,
  show: (parts: SnapshotParts) => void,
  props: TCCCConnectionOptions,
  attempt: number,
  lastError: TCCCError | null,
): Promise<TCCCSdk> {
  const { token = 10_000, script = 20_000, login = 30_000 } = props.timeouts ?? {};
  const durations: TCCCDurations = {};
  let from = 0;
  const begin = (status: TCCCStatus): void => {
    show({ status, attempt, durations: { ...durations }, lastError });
    from = performance.now();
  };
  const end = (step: keyof TCCCDurations): void => {
    durations[step] = performance.now() - from;
  };

  checkForeign();
  begin('fetching-token');
  const credentials = await fetchToken(props, attempt, token);
  end('token');
  remember(credentials);
  const host = checkHost(credentials.url, props.allowedSdkHosts ?? DEFAULT_ALLOWED_SDK_HOSTS);

  checkForeign();
  begin('loading-script');
  const tag = (footing.tag = createTag(credentials, props));
  let ready!: Promise<TCCCSdk>;
  await loadScript(
    tag,
    () => trustedUrl(credentials.url.href),
    host,
    script,
    // In the load event itself, so that no event is missed.
    () => {
      end('script');
      // A tag too late is no longer ours, and nobody waits for it.
      const sdk = footing.tag === tag && readGlobal();
      if (!sdk) throw sdkMissing();
      footing.sdk = sdk;
      begin('logging-in');
      ready = wait(
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
            end('login');
            settle(run);
            lastReady = { epoch: lastReady.epoch + 1, payload };
            // Whether the newer SDK still reads the tag's attribute is not known.
            if (props.showWorkBenchAtFirstLogin === false) isolate(() => sdk.UI.hideWorkbench?.());
            present();
            publish({ status: 'ready', sdk, attempt, durations });
            if (snapshot.sdk === sdk) call('onReady', sdk);
            if (snapshot.sdk === sdk) hub.emit('ready', payload);
            // A callback may have ended it.
            if (snapshot.sdk === sdk) resolve(sdk);
            else reject(aborted());
          };
          hub.attach(sdk);
          return ignore;
        },
        'login',
      );
    },
  );
  return ready;
}
