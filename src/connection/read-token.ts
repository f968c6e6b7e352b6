import { tcccError } from '../sdk/errors.js';
import type { TCCCCloudToken, TCCCToken } from './options.js';

/** What goes on the script tag. */
export type Credentials = Omit<TCCCToken, 'expiredTime'>;

/**
 * Reads our spelling of a token response and the cloud API's.
 *
 * @throws `token-malformed` without a URL.
 */
export function readToken(body: unknown): Credentials {
  const from = (body ?? {}) as Partial<TCCCToken & TCCCCloudToken>;
  const sdkUrl = from.sdkUrl ?? from.SdkURL;
  if (typeof sdkUrl !== 'string' || !sdkUrl) {
    throw tcccError(
      'token-malformed',
      'The token response has no sdkUrl (nor SdkURL). Return { sdkUrl, token, sdkAppId, userId } from your endpoint, or map it with parseToken.',
      { reason: 'no-url' },
    );
  }
  return { sdkUrl, token: from.token ?? from.Token, sdkAppId: from.sdkAppId, userId: from.userId };
}
