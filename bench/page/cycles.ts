import type { Simulator } from '../../src/simulator/index.js';
import { injectTCCC, removeTCCC } from './inject-tccc.js';
import { mountProvider } from './live-page.js';

type Cycle = () => Promise<void>;

/** Who connects and disconnects: the library, or the same steps by hand. */
export type Who = 'provider' | 'hand';

let cycle: Cycle | undefined;

async function createCycle(who: Who, endpoint: string): Promise<Cycle> {
  // The browser keeps a record of 250 requests: without this it would look like growth.
  performance.setResourceTimingBufferSize(0);
  if (who === 'hand') {
    return async () => {
      await new Promise<void>((resolve) => {
        void injectTCCC(endpoint, () => {
          resolve();
        });
      });
      await removeTCCC();
    };
  }
  const page = await mountProvider(endpoint, false);
  return async () => {
    await page.state().connect();
    await page.state().disconnect();
  };
}

/** Connects and disconnects `count` times in this page. */
export async function runCycles(who: Who, endpoint: string, count: number): Promise<void> {
  cycle ??= await createCycle(who, endpoint);
  for (let i = 0; i < count; i++) {
    await cycle();
    // The simulator logs what it was asked: that is its growth, not the library's.
    (window as { __tcccSimulator?: Simulator }).__tcccSimulator?.reset();
  }
}
