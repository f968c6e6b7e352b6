import { evaluate, launchPlain } from '../lib/plain-browser.mjs';
import { slope } from '../lib/stats.mjs';

/** @typedef {import('../page/cycles.js').Who} Who */
/** @typedef {import('../lib/plain-browser.mjs').Send} Send */
/** @typedef {{ cycles: number, heap: number, nodes: number, documents: number, listeners: number }} Point */

const STEP = 100;
const CYCLES = 1000;
/** Each delay of the simulator is divided by this. */
const SPEED = 1000;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {Send} send
 * @param {number} cycles
 * @returns {Promise<Point>}
 */
async function look(send, cycles) {
  // More than once: what the first one frees may have held more, outside of JavaScript.
  for (let i = 0; i < 3; i++) {
    await send('HeapProfiler.collectGarbage');
    await pause(30);
  }
  const { usedSize } = await send('Runtime.getHeapUsage');
  /** @type {{ metrics: { name: string, value: number }[] }} */
  const { metrics } = await send('Performance.getMetrics');
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    cycles,
    heap: usedSize,
    nodes: metric('Nodes'),
    documents: metric('Documents'),
    listeners: metric('JSEventListeners'),
  };
}

/**
 * Heap, nodes and listeners over 1,000 connects and disconnects in one document, of the library and by hand.
 *
 * @param {string} profile folder
 * @param {number} relayPort
 * @param {string} origin
 */
export async function measureHeap(profile, relayPort, origin) {
  const result = /** @type {Record<Who, { points: Point[], bytesPerCycle: number }>} */ ({});
  const endpoint = `/token?sim=${encodeURIComponent(JSON.stringify({ speed: SPEED }))}`;
  for (const who of /** @type {const} */ (['provider', 'hand'])) {
    const browser = await launchPlain(`${profile}-${who}`, relayPort);
    try {
      const send = await browser.newPage(origin);
      await send('Performance.enable');
      // At first there is not even a document to ask.
      for (let tries = 500; tries > 0; tries--) {
        if (await evaluate(send, '!!window.bench').catch(() => false)) break;
        await pause(20);
      }
      const call = `bench.runCycles(${JSON.stringify(who)}, ${JSON.stringify(endpoint)}, ${STEP})`;
      /** @type {Point[]} */
      const points = [];
      for (let cycles = STEP; cycles <= CYCLES; cycles += STEP) {
        await evaluate(send, call);
        points.push(await look(send, cycles));
      }
      const loads = await evaluate(send, '__tcccSimulator.loads');
      if (loads !== CYCLES) throw new Error(`${who}: the script ran ${loads} times.`);
      const line = points.map(({ cycles, heap }) => ({ x: cycles, y: heap }));
      result[who] = { points, bytesPerCycle: slope(line) };
    } finally {
      await browser.close();
    }
  }
  return { speed: SPEED, ...result };
}
