export const ignore = (): void => undefined;

/** Runs the app's code so that neither what it throws nor what its promise rejects with goes any further. */
export function isolate(run: () => unknown, report: (error: unknown) => void): void {
  try {
    const result = run() as PromiseLike<unknown> | null | undefined;
    if (typeof result?.then === 'function') result.then(undefined, report);
  } catch (error) {
    report(error);
  }
}
