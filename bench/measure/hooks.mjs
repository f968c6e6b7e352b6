import { quartiles, ratio } from '../lib/stats.mjs';

const EMIT_ROUNDS = 60;
const EMITS = 100;
const CONSUMER_ROUNDS = 40;
const ENDPOINT = '/token?script=stub.js';

/**
 * @param {import('playwright').Page} page
 * @param {string} origin
 */
async function open(page, origin) {
  await page.goto(origin);
}

/**
 * One event to 1,000 hooks.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 */
export async function measureEmit(page, origin) {
  await open(page, origin);
  const { bare, guarded, hooks } = await page.evaluate(
    ([url, rounds, emits]) => window.bench.measureEmit(url, rounds, emits),
    /** @type {[string, number, number]} */ ([ENDPOINT, EMIT_ROUNDS, EMITS]),
  );
  return {
    rounds: EMIT_ROUNDS,
    emits: EMITS,
    bare: quartiles(bare),
    guarded: quartiles(guarded),
    hooks: quartiles(hooks),
    ratios: { toBare: ratio(hooks, bare), toGuarded: ratio(hooks, guarded) },
  };
}

/**
 * 1,000 consumers, mounted and unmounted.
 *
 * @param {import('playwright').Page} page
 * @param {string} origin
 */
export async function measureConsumers(page, origin) {
  await open(page, origin);
  const { bare, hooks } = await page.evaluate(
    ([url, rounds]) => window.bench.measureConsumers(url, rounds),
    /** @type {[string, number]} */ ([ENDPOINT, CONSUMER_ROUNDS]),
  );
  const both = (/** @type {{ mount: number[], unmount: number[] }} */ { mount, unmount }) => ({
    mount: quartiles(mount),
    unmount: quartiles(unmount),
  });
  return {
    rounds: CONSUMER_ROUNDS,
    bare: both(bare),
    hooks: both(hooks),
    ratios: { mount: ratio(hooks.mount, bare.mount), unmount: ratio(hooks.unmount, bare.unmount) },
  };
}
