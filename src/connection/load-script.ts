import { tcccError } from '../sdk/errors.js';
import type { TCCCConnectionOptions } from './options.js';
import type { Credentials } from './read-token.js';
import type { Wait } from './wait.js';

/** A tag as the vendor documents it: what was given, in its dataset. */
export function createTag(
  { token, sdkAppId, userId: userid }: Credentials,
  { nonce, showWorkBenchAtFirstLogin = true }: TCCCConnectionOptions,
): HTMLScriptElement {
  const tag = document.createElement('script');
  Object.entries({ token, sdkAppId, userid, showWorkBenchAtFirstLogin }).forEach(([name, value]) => {
    if (value !== undefined) tag.dataset[name] = String(value);
  });
  tag.crossOrigin = 'anonymous';
  // By attribute: the property alone does not show on the tag.
  if (nonce) tag.setAttribute('nonce', nonce);
  return tag;
}

/**
 * Puts the tag into the page and waits for its load; `onLoad` runs in the load event itself.
 *
 * @throws `script-load-failed`, `script-timeout`
 */
export function loadScript(
  tag: HTMLScriptElement,
  src: () => string,
  host: string,
  wait: Wait,
  timeout: number,
  onLoad: () => void,
): Promise<void> {
  return wait(
    timeout,
    (resolve, reject) => {
      let directive: string | undefined;
      // Comes before the tag's error. Its blockedURI holds the token and is not touched.
      const onViolation = ({ effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
        if (disposition === 'enforce' && /^script|trusted-types/.test(effectiveDirective)) {
          directive = effectiveDirective;
        }
      };
      document.addEventListener('securitypolicyviolation', onViolation);
      const onError = (tag.onerror = () => {
        reject(
          tcccError(
            'script-load-failed',
            directive
              ? `The page's Content-Security-Policy (${directive}) blocked the SDK script from ${host}. Allow it there, by nonce or by host.`
              : `The SDK script from ${host} could not be loaded. Check the network, ad blockers and the firewall.`,
            { host, directive },
          ),
        );
      });
      tag.onload = () => {
        onLoad();
        resolve();
      };
      try {
        tag.src = src();
        document.body.append(tag);
      } catch {
        // So answer Trusted Types without a policy for us.
        directive ??= 'require-trusted-types-for';
        onError();
      }
      return () => {
        document.removeEventListener('securitypolicyviolation', onViolation);
        tag.onload = tag.onerror = null;
      };
    },
    () =>
      tcccError(
        'script-timeout',
        `The SDK script from ${host} did not load within ${timeout} ms. Check the network, or raise timeouts.script.`,
        { host, timeout },
      ),
  );
}
