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

/** Protocol and host: `http:` only for loopback. */
const SECURE = /^https:|^http:(localhost|.+\.localhost|127(\.\d+){3}|\[::1])$/;

/**
 * The host of an SDK URL that may be requested.
 *
 * @throws `sdk-url-blocked` where it may not be.
 */
export function checkHost(
  { protocol, hostname: host, username, password }: URL,
  allowed: readonly string[],
): string {
  const listed = allowed.some((entry) => {
    const pattern = entry.toLowerCase();
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
  });
  const reason = !SECURE.test(protocol + host) ? 'protocol' : username || password ? 'user-info' : 'host';
  if (listed && reason === 'host') return host;
  throw tcccError(
    'sdk-url-blocked',
    `The SDK was not requested from "${host}" (${reason}): its URL must be https:, without user name, and of an allowed host. If your cloud serves it there, give <TCCCProvider> allowedSdkHosts={[...DEFAULT_ALLOWED_SDK_HOSTS, '${host}']}.`,
    { host, reason },
  );
}
