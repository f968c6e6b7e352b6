import { tcccError } from '../sdk/errors.js';
import type { TCCCConnectionOptions } from './options.js';
import type { Credentials } from './read-token.js';
import { listen, wait } from './wait.js';

/** A tag as the vendor documents it: what was given, in its dataset. */
export function createTag(
  { token, sdkAppId, userId: userid }: Credentials,
  { nonce, headless, showWorkBenchAtFirstLogin = !headless }: TCCCConnectionOptions,
): HTMLScriptElement {
  const tag = document.createElement('script');
  Object.entries({ token, sdkAppId, userid, showWorkBenchAtFirstLogin }).forEach(([name, value]) => {
    // A backend may spell what it does not give as null.
    if ((value as unknown) != null) tag.dataset[name] = `${value}`;
  });
  tag.crossOrigin = 'anonymous';
  // By attribute: the property alone does not show on the tag.
  if (nonce) tag.setAttribute('nonce', nonce);
  return tag;
}

/**
 * Puts the tag into the page and waits for its load; `onLoad` runs in the load event itself.
 *
 * @throws `script-load-failed`, `script-timeout`, or what `onLoad` throws.
 */
export function loadScript(
  tag: HTMLScriptElement,
  src: () => string,
  host: string,
  timeout: number,
  onLoad: () => void,
): Promise<void> {
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
        try {
          onLoad();
          resolve();
        } catch (error) {
          reject(error);
        }
      };
      try {
        tag.src = src();
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
