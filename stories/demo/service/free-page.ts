import { getSimulator } from '../../../src/simulator/index.js';

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const inUse = (): boolean => 'tccc' in window || document.querySelector('t3c-sdk') !== null;

/**
 * Waits until the story before has left the page: its connection closed, its simulator gone. Throws when
 * it left something behind.
 */
async function freePage(): Promise<void> {
  // What an unmount causes happens a macrotask later.
  await later(1);
  // No unmount cuts a customer off: the calls of that story are ended for it.
  if (inUse() && getSimulator()?.phase === 'ready') getSimulator()?.forceOffline();
  const end = performance.now() + 4000;
  while (inUse() && performance.now() < end) await later(20);
  getSimulator()?.dispose();
  if (inUse()) throw new Error('The story before has left its connection behind.');
}

let held = false;

/**
 * Makes the page a story's own. Storybook prepares a story again when its toolbar is used: then it has the
 * page already, and nothing happens. Returns the release.
 */
export async function holdPage(): Promise<(() => void) | undefined> {
  if (held) return undefined;
  held = true;
  await freePage();
  return () => {
    held = false;
  };
}
