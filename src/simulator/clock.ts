/** The window a simulator works in. */
export type SimulatorWindow = Window & typeof globalThis;

/** Cancels one timer; harmless afterwards. */
export type Cancel = () => void;

/** The simulator's timers, all in simulated time. */
export interface Clock {
  /** Runs `task` in `ms` simulated milliseconds. */
  after(ms: number, task: () => void): Cancel;
  /** Cancels every timer. */
  clear(): void;
}

/**
 * Timers of `window`, looked up at each use so that fake timers installed later are honoured, and divided
 * by the speed. Where timers are Node's they do not keep the process alive.
 */
export function createClock(window: SimulatorWindow, speed: () => number): Clock {
  const pending = new Set<Cancel>();
  return {
    after(ms, task) {
      const cancel: Cancel = () => {
        if (pending.delete(cancel)) window.clearTimeout(handle);
      };
      const handle = window.setTimeout(
        () => {
          pending.delete(cancel);
          task();
        },
        Math.max(0, ms) / speed(),
      );
      pending.add(cancel);
      (handle as unknown as { unref?: () => void }).unref?.();
      return cancel;
    },
    clear() {
      for (const cancel of [...pending]) cancel();
    },
  };
}
