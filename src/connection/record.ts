import type { ScriptUrlPolicy } from './trusted-url.js';

/** What every copy of this package finds in the page's record besides its functions. */
export interface Shared {
  /** The Trusted Types policy, made once. */
  policy?: ScriptUrlPolicy | undefined;
  /** The stores, made by the first hook that needs them. */
  desk?: unknown;
  /** Hears each event before the app's handlers do. */
  tap?: ((name: string, payload: unknown) => void) | undefined;
}

export const shared: Shared = {};
