'use client';
import type { ReactNode } from 'react';

import type { TCCCConnectOptions, TCCCTokenSource } from '../connection/options.js';
import { tcccError } from '../sdk/errors.js';

/** What every `<TCCCProvider>` takes, wherever its token comes from. */
export interface TCCCProviderOptions extends TCCCConnectOptions {
  /** Open the connection to `https://tccc.qcloud.com` while the token is fetched. Default false. */
  preconnect?: boolean | undefined;
  children?: ReactNode;
}

/** Props of `<TCCCProvider>`: `tokenEndpoint` or `fetchToken`, not both. */
export type TCCCProviderProps = TCCCProviderOptions & TCCCTokenSource;

/** @throws `config-invalid`, naming the prop. */
export function checkProps({ tokenEndpoint, fetchToken, timeouts }: TCCCProviderProps): void {
  const check = (good: boolean, prop: string, message: string): void => {
    if (!good) throw tcccError('config-invalid', `<TCCCProvider>: ${message}`, { prop });
  };
  check(
    !tokenEndpoint !== !fetchToken,
    'tokenEndpoint',
    'give it tokenEndpoint="/api/tccc/token" or fetchToken={…}: one of them, and not both.',
  );
  for (const [step, ms = 1] of Object.entries(timeouts ?? {})) {
    // The upper bound is that of browsers' timers.
    check(
      ms > 0 && ms < 2 ** 31,
      'timeouts',
      `timeouts.${step} must be a number of ms, above 0 and below 2 ** 31.`,
    );
  }
}
