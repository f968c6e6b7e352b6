import { type TCCCError, tcccError } from '../sdk/errors.js';
import { redact } from '../sdk/redact.js';

/** A `handler-failed` error, logged with what the app's own code threw, unless that holds a secret. */
export function handlerFailed(handler: string, cause: unknown): TCCCError {
  const error = tcccError(
    'handler-failed',
    `The handler of ${handler} failed (see cause). Nothing else was affected.`,
    { handler },
    cause,
  );
  const text = `${error.stack}\n${String((cause as Error | undefined)?.stack ?? cause)}`;
  const clean = redact(text);
  console.error(clean === text ? error : clean);
  return error;
}
