/** Whether two types are the same, to the letter. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`. */
export function is<T extends true>(proof?: T): void {
  void proof;
}
