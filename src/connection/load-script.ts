import { tcccError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { footing } from './in-page.js';
import type { TCCCConnectionOptions } from './options.js';
import type { Credentials } from './read-token.js';
import { trustedUrl } from './trusted-url.js';
import { listen, wait } from './wait.js';

/**
 * Puts a tag into the page, as the vendor documents it, and waits for its load. `onLoad` runs in the load event
 * itself; what it waits for has a time-out of its own.
 *
 * @throws `script-load-failed`, `script-timeout`, or what `onLoad` rejects with.
 */
export function loadScript(
  { token, sdkAppId, userId: userid, url: { href, hostname: host } }: Credentials,
  { nonce, headless, showWorkBenchAtFirstLogin = !headless }: TCCCConnectionOptions,
  timeout: number,
  onLoad: () => Promise<TCCCSdk>,
): Promise<TCCCSdk> {
  const tag = (footing.tag = document.createElement('script'));
  // What was given, in its dataset.
  for (const [name, value] of Object.entries({ token, sdkAppId, userid, showWorkBenchAtFirstLogin })) {
    // A backend may spell what it does not give as null.
    if ((value as unknown) != null) tag.dataset[name] = `${value}`;
  }
  tag.crossOrigin = 'anonymous';
  // By attribute: the property alone does not show on the tag.
  if (nonce) tag.setAttribute('nonce', nonce);

  return wait(
    timeout,
    (resolve, reject) => {
      let directive: string | undefined;
      tag.onerror = () => {
        reject(
          tcccError(
            'script-load-failed',
            `The SDK script from ${host} ${directive ? `is blocked by the Content-Security-Policy (${directive}). Allow it there, by nonce or by host.` : 'could not be loaded. Check the network, ad blockers and the firewall.'}`,
            { host, directive },
          ),
        );
      };
      tag.onload = () => {
        // A tag too late is no longer ours, and nobody waits for it.
        if (footing.tag === tag) resolve(onLoad());
      };
      try {
        tag.src = trustedUrl(href);
        document.body.append(tag);
      } catch {
        // So answer Trusted Types without a policy for us.
        directive = 'require-trusted-types-for';
        tag.onerror('');
      }
      // Comes before the tag's error. Its blockedURI holds the token and goes nowhere.
      return listen(document, 'securitypolicyviolation', (event: SecurityPolicyViolationEvent) => {
        const { blockedURI, disposition, effectiveDirective } = event;
        if (
          disposition === 'enforce' &&
          effectiveDirective.startsWith('script-src') &&
          blockedURI.includes(host)
        )
          directive = effectiveDirective;
      });
    },
    'script',
  );
}
