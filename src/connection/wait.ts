/** Ends a wait: with a value, or with an error. */
export type Start<T> = (
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
) => (() => void) | undefined;

/**
 * Waits for what `start` begins, for at most `ms`; however it ends, timer and clean-up end with it.
 *
 * @param late The error of a wait that takes too long. Without one, it then just ends.
 */
export type Wait = <T = void>(ms: number, start: Start<T>, late?: () => unknown) => Promise<T>;

/** A `Wait`, and the way to cut short the one under way. There is one at a time. */
export function createWait(): [wait: Wait, cut: () => void] {
  let reject: ((error?: unknown) => void) | undefined;
  return [
    (ms, start, late) =>
      new Promise((fulfil, fail) => {
        const state: { over?: boolean; stop?: (() => void) | undefined } = {};
        const end =
          <V>(settle: (value: V) => void) =>
          (value: V): void => {
            if (state.over) return;
            state.over = true;
            clearTimeout(timer);
            state.stop?.();
            settle(value);
          };
        const timer = setTimeout(() => {
          if (late) end(fail)(late());
          else end(fulfil as (value?: undefined) => void)(undefined);
        }, ms);
        reject = end(fail);
        state.stop = start(end(fulfil), end(fail));
      }),
    () => {
      reject?.();
    },
  ];
}
