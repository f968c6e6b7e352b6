let disposals = 0;

/** Counts a simulator that is gone. */
export function countDisposal(): void {
  disposals += 1;
}

/**
 * Who the agent of the present simulator is, for the library's connection: after a `dispose` it is another
 * one, so that the next test does not adopt the connection of the last. `undefined` until there was one.
 */
export function generationKey(): string | undefined {
  return disposals === 0 ? undefined : `simulator-${disposals}`;
}
