export const ignore = (): void => undefined;

/** A rejection that nobody need await. */
export function rejected(error: Error): Promise<never> {
  const promise = Promise.reject(error);
  promise.catch(ignore);
  return promise;
}

/**
 * Runs the app's code so that neither what it throws nor what its promise rejects with goes any further.
 *
 * @param report Gets it, with the name.
 */
export function isolate<A>(
  run: (argument: A) => unknown,
  argument?: A,
  report: (name: string, error: unknown) => void = ignore,
  name = '',
): void {
  const fail = (error: unknown): void => {
    report(name, error);
  };
  try {
    const result = run(argument as A) as PromiseLike<unknown> | null | undefined;
    if (typeof result?.then === 'function') result.then(undefined, fail);
  } catch (error) {
    fail(error);
  }
}
