import type { TCCCErrorDetails } from '../sdk/error-details.js';
import { tcccError } from '../sdk/errors.js';

/**
 * Where the SDK may be loaded from, unless `allowedSdkHosts` says otherwise. The two
 * `connect.tencentcloud.com` entries are inferred from the vendor's firewall page for international
 * tenants; `tccc.qcloud.com` is seen in use.
 *
 * Source: https://www.tencentcloud.com/document/product/1229/71846
 */
export const DEFAULT_ALLOWED_SDK_HOSTS: readonly string[] = [
  'tccc.qcloud.com',
  '*.tccc.qcloud.com',
  'connect.tencentcloud.com',
  '*.connect.tencentcloud.com',
];

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The host of an SDK URL that may be requested.
 *
 * @throws `token-malformed` where it is no URL; `sdk-url-blocked` where it may not be requested.
 */
export function checkSdkUrl(sdkUrl: string, allowed: readonly string[]): string {
  let url: URL;
  try {
    url = new URL(sdkUrl);
  } catch {
    throw tcccError(
      'token-malformed',
      'The token response has an SDK URL that is not an absolute URL. Pass on SdkURL of CreateSDKLoginToken as it is.',
      { reason: 'bad-url' },
    );
  }
  const { protocol, hostname: host, username, password } = url;
  const block = (reason: TCCCErrorDetails['sdk-url-blocked']['reason'], why: string): never => {
    throw tcccError('sdk-url-blocked', `The SDK was not requested from host "${host}": ${why}`, {
      host,
      reason,
    });
  };
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(host))) {
    block('protocol', 'only https: is allowed (and http: from a loopback host that allowedSdkHosts lists).');
  }
  if (username || password) block('user-info', 'its URL carries a user name. Use a URL without one.');
  const listed = allowed.some((entry) => {
    const pattern = entry.toLowerCase();
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
  });
  if (!listed) {
    block(
      'host',
      `it is not allowed. If your cloud really serves the SDK there, add allowedSdkHosts={[...DEFAULT_ALLOWED_SDK_HOSTS, '${host}']} to <TCCCProvider>.`,
    );
  }
  return host;
}
