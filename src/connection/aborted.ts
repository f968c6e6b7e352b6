import { type TCCCError, tcccError } from '../sdk/errors.js';

export function aborted(): TCCCError {
  return tcccError(
    'aborted',
    'The connect was ended: by disconnect(), an unmount, or another agentKey or tokenEndpoint. Call connect() to begin anew.',
  );
}
