import { useEffect, useState } from 'react';

/** A clock that moves every 100 ms while it is looked at. `performance.now()`, or `Date.now()` for wall time. */
export function useTicking(on: boolean, read: () => number): number {
  const [now, setNow] = useState(read);

  // Tick while on; once more at the start, since the last tick may be long ago.
  useEffect(() => {
    if (!on) return undefined;
    const first = setTimeout(() => setNow(read()));
    const timer = setInterval(() => setNow(read()), 100);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [on, read]);
  return now;
}

export const wallTime = (): number => Date.now();
export const runTime = (): number => performance.now();
