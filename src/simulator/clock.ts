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

interface Timer {
  /** When it is due, in simulated ms. */
  due: number;
  task: () => void;
}

/**
 * Timers of `window`, looked up at each use so that fake timers installed later are honoured, and divided
 * by the speed. They run one a task of the event loop, in the order of their simulated times, whatever the
 * browser's own rounding: so a run is the same at any speed. Where timers are Node's they do not keep the
 * process alive.
 */
export function createClock(window: SimulatorWindow, speed: () => number): Clock {
  let queue: Timer[] = [];
  let handle: number | undefined;
  let holding: number | undefined;
  let last = 0;
  let from: number | undefined;
  // What is called within one task of the event loop is called at one simulated time.
  let now: number | undefined;

  const real = (): number => window.performance.now();
  const sleep = (task: () => void, ms: number): number => {
    const timer = window.setTimeout(task, ms);
    (timer as unknown as { unref?: () => void }).unref?.();
    return timer;
  };
  /** From the next task of the event loop on, time has passed. */
  const hold = (at: number): number => {
    last = now = at;
    from = real();
    window.clearTimeout(holding);
    holding = sleep(() => {
      now = undefined;
    }, 0);
    return at;
  };
  const time = (): number => {
    if (now !== undefined) return now;
    return hold(last + Math.max(0, real() - (from ?? real())) * speed());
  };
  const arm = (): void => {
    window.clearTimeout(handle);
    const [next] = queue;
    if (!next) return;
    const ahead = next.due - (last + (real() - (from ?? real())) * speed());
    handle = sleep(run, Math.max(0, ahead) / speed());
  };
  const run = (): void => {
    const next = queue.shift();
    if (!next) return;
    hold(Math.max(last, next.due));
    arm();
    next.task();
  };

  return {
    after(ms, task) {
      const timer = { due: time() + Math.max(0, ms), task };
      const place = queue.findIndex(({ due }) => due > timer.due);
      queue.splice(place < 0 ? queue.length : place, 0, timer);
      arm();
      return () => {
        if (!queue.includes(timer)) return;
        queue = queue.filter((other) => other !== timer);
        arm();
      };
    },
    clear() {
      queue = [];
      now = undefined;
      window.clearTimeout(holding);
      arm();
    },
  };
}
