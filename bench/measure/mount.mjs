import { quartiles, ratio } from '../lib/stats.mjs';
import { watchWork } from '../lib/work.mjs';

/** @typedef {import('../page/mount.js').Way} Way */
/** @typedef {import('../page/mount.js').MountTimes & { work: number }} Row */

const ROUNDS = 40;
const WARM_UP = 4;
/** ms: the token endpoint's answer, and the simulator's log-in. Short, so that our own share shows. */
export const TOKEN_DELAY = 20;
const READY_DELAY = 20;

/** @type {readonly Way[]} */
const WAYS = ['hand', 'provider', 'hand-preconnect', 'provider-preconnect'];

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Mount to `ready`, each time in a new document that has no connection to the SDK's host.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {import('../lib/relay.mjs').Relay} relay
 */
export async function measureMount(page, origin, relay) {
  const work = await watchWork(page);
  const sim = encodeURIComponent(JSON.stringify({ readyDelay: READY_DELAY }));
  const endpoint = `/token?delay=${TOKEN_DELAY}&sim=${sim}`;
  /** @type {Record<Way, Row[]>} */
  const rows = { hand: [], provider: [], 'hand-preconnect': [], 'provider-preconnect': [] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (let turn = 0; turn < WAYS.length; turn++) {
      // Another order each round, so that none always comes first.
      const way = /** @type {Way} */ (WAYS[(turn + round + WARM_UP) % WAYS.length]);
      await page.goto(origin);
      await work.collectGarbage();
      relay.hangUp();
      await pause(40);
      const args = /** @type {[Way, string]} */ ([way, endpoint]);
      const before = await work.read();
      const times = await page.evaluate(([by, url]) => window.bench.mount(by, url), args);
      if (relay.accepted() !== 1) throw new Error(`${way}: ${relay.accepted()} connections, not one.`);
      if (round >= 0) rows[way].push({ ...times, work: (await work.read()) - before });
    }
  }
  await work.stop();
  return summarise(rows);
}

/** @param {Record<Way, Row[]>} rows */
function summarise(rows) {
  const steps = (/** @type {Way} */ way) => {
    const of = (/** @type {(times: Row) => number} */ pick) => quartiles(rows[way].map(pick));
    return {
      ready: of((times) => times.ready),
      shown: of((times) => times.shown),
      work: of((times) => times.work),
      steps: {
        mountToRequest: of((times) => times.tokenStart),
        token: of((times) => times.tokenEnd - times.tokenStart),
        tokenToTag: of((times) => times.scriptStart - times.tokenEnd),
        script: of((times) => times.scriptEnd - times.scriptStart),
        scriptToReady: of((times) => times.ready - times.scriptEnd),
      },
    };
  };
  const compare = (/** @type {Way} */ way, /** @type {Way} */ base) =>
    ratio(
      rows[way].map((times) => times.ready),
      rows[base].map((times) => times.ready),
    );
  return {
    rounds: ROUNDS,
    tokenDelay: TOKEN_DELAY,
    readyDelay: READY_DELAY,
    ways: Object.fromEntries(WAYS.map((way) => [way, steps(way)])),
    ratios: {
      withPreconnect: compare('provider-preconnect', 'hand'),
      without: compare('provider', 'hand'),
      bothPreconnect: compare('provider-preconnect', 'hand-preconnect'),
    },
  };
}
