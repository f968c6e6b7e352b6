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

function invalid(prop: string, message: string): never {
  throw tcccError('config-invalid', `<TCCCProvider>: ${message}`, { prop });
}

/** The longest wait that browsers' timers know, in ms. */
const LONGEST = 2 ** 31 - 1;

/** @throws `config-invalid`, naming the prop. */
export function checkProps(props: TCCCProviderProps): void {
  const { tokenEndpoint, fetchToken, timeouts, retry, allowedSdkHosts } = props;
  if (!tokenEndpoint === !fetchToken) {
    invalid(
      tokenEndpoint ? 'fetchToken' : 'tokenEndpoint',
      'give it tokenEndpoint="/api/tccc/token" or fetchToken={…}: one of them, and not both.',
    );
  }
  try {
    // The base only stands in for the page's: on a server there is none.
    if (tokenEndpoint) new URL(tokenEndpoint, 'https://localhost');
  } catch {
    invalid(
      'tokenEndpoint',
      'tokenEndpoint is no URL. Give a path such as "/api/tccc/token" or a whole URL.',
    );
  }
  Object.entries(timeouts ?? {}).forEach(([step, ms]: [string, unknown]) => {
    if (ms !== undefined && !(typeof ms === 'number' && ms > 0 && ms <= LONGEST)) {
      invalid('timeouts', `timeouts.${step} must be a number of ms above 0 and below ${LONGEST}.`);
    }
  });
  const { attempts = 1, baseDelay = 0 } = retry || {};
  if (!(attempts >= 1 && baseDelay >= 0 && baseDelay <= LONGEST)) {
    invalid('retry', 'retry takes { attempts: 1 or more, baseDelay: ms from 0 }, or false.');
  }
  if (allowedSdkHosts && !Array.isArray(allowedSdkHosts)) {
    invalid('allowedSdkHosts', "allowedSdkHosts takes an array of host names, such as ['tccc.qcloud.com'].");
  }
}
