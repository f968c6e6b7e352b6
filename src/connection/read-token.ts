import type { TCCCErrorDetails } from '../sdk/error-details.js';
import { type TCCCError, tcccError } from '../sdk/errors.js';
import type { TCCCCloudToken, TCCCToken } from './options.js';

/** What goes on the script tag. */
export type Credentials = Omit<TCCCToken, 'expiredTime'> & { url: URL };

/** A `token-malformed` error. */
export function malformed(reason: TCCCErrorDetails['token-malformed']['reason'], cause?: unknown): TCCCError {
  return tcccError(
    'token-malformed',
    `The token response is unusable (${reason}). Answer JSON, { sdkUrl, token, sdkAppId, userId } with the SdkURL of CreateSDKLoginToken as it is, or map yours with parseToken.`,
    { reason },
    cause,
  );
}

/**
 * Reads our spelling of a token response and the cloud API's.
 *
 * @throws `token-malformed` without a URL.
 */
export function readToken(body: unknown): Credentials {
  const { sdkUrl, SdkURL, token, Token, sdkAppId, userId } = (body ?? {}) as Partial<
    TCCCToken & TCCCCloudToken
  >;
  const given = (sdkUrl ?? SdkURL) as string;
  try {
    return {
      sdkUrl: given,
      url: new URL(given),
      token: token ?? Token,
      sdkAppId,
      userId,
    };
  } catch {
    throw malformed(given ? 'bad-url' : 'no-url');
  }
}
