import { type TCCCError, tcccError } from '../sdk/errors.js';

/** Without a cause: an error of the vendor's has the script's URL in its stack. */
export function sdkMissing(): TCCCError {
  return tcccError(
    'sdk-missing',
    'The SDK script ran and left no usable window.tccc. Check that sdkUrl is the SdkURL of CreateSDKLoginToken.',
  );
}
