/** A Trusted Types policy, as far as we use it. */
export interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

/** The browser's `trustedTypes`, as far as we use it. */
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/** Where the page's one policy is kept: a second `createPolicy` of the name would throw. */
export interface PolicyHolder {
  /** `null`: the page's CSP refused it, or the browser has no Trusted Types. */
  policy?: ScriptUrlPolicy | null | undefined;
}

let checked = '';

/** `url` as `script.src` takes it: through the policy `tccc-react`, or plain where that is refused. */
export function trustedUrl(holder: PolicyHolder, url: string): string {
  checked = url;
  if (holder.policy === undefined) {
    try {
      const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
      holder.policy =
        trustedTypes?.createPolicy('tccc-react', {
          // Only the URL that has just passed the allow-list, so that the policy is no way round it.
          createScriptURL: (candidate) => (candidate === checked ? candidate : 'about:blank'),
        }) ?? null;
    } catch {
      holder.policy = null;
    }
  }
  return holder.policy ? holder.policy.createScriptURL(url) : url;
}
