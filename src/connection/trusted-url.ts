import { shared } from './record.js';

/** A Trusted Types policy, as far as we use it. */
export interface ScriptUrlPolicy {
  createScriptURL: (url: string) => string;
}

/** The browser's `trustedTypes`, as far as we use it. */
interface PolicyFactory {
  createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
}

let checked = '';

/** `url` as `script.src` takes it: through the policy `tccc-react`, or plain where that is refused. */
export function trustedUrl(url: string): string {
  checked = url;
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
    shared.policy =
      shared.policy ??
      trustedTypes?.createPolicy('tccc-react', {
        // Only the URL that has just passed the allow-list, so that the policy is no way round it.
        createScriptURL: (candidate) => (candidate === checked ? candidate : ''),
      });
  } catch {
    // The page's CSP refuses the policy: a plain string may still do.
  }
  return shared.policy?.createScriptURL(url) ?? url;
}
