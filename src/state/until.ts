import type { Desk } from './desk.js';

/** What `find` finds in the stores, now or later; nothing after so many ms. */
export function until<T>(desk: Desk, find: () => T, ms = 60_000): Promise<T | undefined> {
  return new Promise((resolve) => {
    const check = (): void => {
      const found = find();
      if (found) end(found);
    };
    const off = desk.subscribe(check);
    const timer = setTimeout(() => {
      end();
    }, ms);
    const end = (found?: T): void => {
      clearTimeout(timer);
      off();
      resolve(found);
    };
    check();
  });
}
