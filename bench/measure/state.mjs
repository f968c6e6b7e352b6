import { quartiles, ratio } from '../lib/stats.mjs';
import { watchWork } from '../lib/work.mjs';

/** @typedef {import('../page/state/contender.js').Name} Name */
/** @typedef {'alone' | 'burst' | 'mount' | 'unmount'} Timed */
/** @typedef {{ ms: number, work: number }} Time elapsed, and of the processor */

/** @type {readonly Name[]} */
const NAMES = ['tccc', 'daily', 'livekit', 'livekitById'];
const PEERS = NAMES.slice(1);
/** @type {readonly Timed[]} */
const TIMED = ['alone', 'burst', 'mount', 'unmount'];

/** New documents for each; and rounds within one, after the first, which only warms up. */
const TURNS = 3;
const ROUNDS = 3;
/** A mount is short. */
const MOUNTS = 3;
const SIZES = { unrelated: 1000, few: 2, many: 100, updates: 10_000, consumers: 100, mounted: 1000 };

/**
 * One document of one contender.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {Name} name
 */
async function turn(page, origin, name) {
  await page.goto(origin);
  const state = await page.evaluateHandle(() => window.bench.state());
  await state.evaluate((bench, who) => bench.create(who), name);
  const renders = await state.evaluate((bench, count) => bench.countRenders(count), SIZES.unrelated);
  const listeners = {
    few: await state.evaluate((bench, count) => bench.countListeners(count), SIZES.few),
    many: await state.evaluate((bench, count) => bench.countListeners(count), SIZES.many),
  };
  const work = await watchWork(page);
  /** @param {() => Promise<number>} run */
  const time = async (run) => {
    await work.collectGarbage();
    const before = await work.read();
    const ms = await run();
    return { ms, work: (await work.read()) - before };
  };
  /** @type {Record<Timed, Time[]>} */
  const all = { alone: [], burst: [], mount: [], unmount: [] };
  const shown = { alone: 0, burst: 0 };
  for (let round = -1; round < ROUNDS; round++) {
    /** @type {typeof all} */
    const times = { alone: [], burst: [], mount: [], unmount: [] };
    for (const way of /** @type {const} */ (['alone', 'burst'])) {
      await state.evaluate(
        (bench, { updates, consumers }) => bench.prepareUpdates(updates, consumers),
        SIZES,
      );
      times[way].push(await time(() => state.evaluate((bench, how) => bench.runUpdates(how), way)));
      shown[way] = await state.evaluate((bench) => bench.finishUpdates());
    }
    for (let i = 0; i < MOUNTS; i++) {
      times.mount.push(await time(() => state.evaluate((bench, count) => bench.mount(count), SIZES.mounted)));
      times.unmount.push(await time(() => state.evaluate((bench) => bench.unmount())));
    }
    if (round >= 0) for (const what of TIMED) all[what].push(...times[what]);
  }
  await work.stop();
  const least = (SIZES.updates * SIZES.consumers) / 200;
  if (shown.alone < least) throw new Error(`${name}: ${shown.alone} renders, not ${least}.`);
  return { renders: { ...renders, ...shown }, listeners, times: all };
}

/**
 * State under load, of the library and its peers.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 */
export async function measureState(page, origin) {
  const turns = /** @type {Record<Name, Awaited<ReturnType<typeof turn>>[]>} */ ({});
  for (let round = 0; round < TURNS; round++) {
    for (let at = 0; at < NAMES.length; at++) {
      // Another order each time, so that none always comes first.
      const name = /** @type {Name} */ (NAMES[(at + round) % NAMES.length]);
      (turns[name] ??= []).push(await turn(page, origin, name));
    }
  }
  const all = (/** @type {Name} */ name, /** @type {Timed} */ what, /** @type {keyof Time} */ of) =>
    turns[name].flatMap(({ times }) => times[what].map((time) => time[of]));
  const rows = Object.fromEntries(
    NAMES.map((name) => {
      const { renders, listeners } = /** @type {(typeof turns)[Name][number]} */ (turns[name][0]);
      const both = (/** @type {Timed} */ what) => ({
        ms: quartiles(all(name, what, 'ms')),
        work: quartiles(all(name, what, 'work')),
      });
      return [name, { renders, listeners, ...Object.fromEntries(TIMED.map((what) => [what, both(what)])) }];
    }),
  );
  /** Ours to the peer with the least. @param {Timed} what @param {keyof Time} of */
  const toBest = (what, of) => {
    const median = (/** @type {Name} */ name) => quartiles(all(name, what, of)).p50;
    const best = PEERS.reduce((one, other) => (median(other) < median(one) ? other : one));
    return { best, ...ratio(all('tccc', what, of), all(best, what, of)) };
  };
  const ratios = Object.fromEntries(
    TIMED.map((what) => [what, { ms: toBest(what, 'ms'), work: toBest(what, 'work') }]),
  );
  return { turns: TURNS, rounds: ROUNDS, ...SIZES, rows, ratios };
}
