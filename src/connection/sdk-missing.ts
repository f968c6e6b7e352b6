import { type TCCCError, tcccError } from '../sdk/errors.js';

export function sdkMissing(cause?: unknown): TCCCError {
  return tcccError(
    'sdk-missing',
    'The SDK script ran and left no usable window.tccc. Check that sdkUrl is the SdkURL of CreateSDKLoginToken.',
    {},
    cause,
  );
}
