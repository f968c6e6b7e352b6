import { ignore } from '../sdk/isolate.js';
import type { Desk } from './desk-types.js';

/** What `find` finds in the stores, now or later; nothing after so many ms, or with the connection. */
export function until<T>(desk: Desk, find: () => T, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | number;
  let off = ignore;
  return new Promise<T | undefined>((resolve) => {
    const { sdk } = desk;
    const check = (): void => {
      const found = find();
      if (found || desk.sdk !== sdk) resolve(found);
    };
    off = desk.subscribe(check);
    timer = setTimeout(resolve, ms);
    check();
  }).finally(() => {
    clearTimeout(timer);
    off();
  });
}
