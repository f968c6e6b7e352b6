// `npm run bench`: measures in Chromium, prints, and writes results.json and README.md beside this file.
// Nothing is asserted: times belong to a machine and a moment.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';

import { launch } from './lib/browser.mjs';
import { buildPage } from './lib/bundle.mjs';
import { makeCertificate } from './lib/certificate.mjs';
import { installPeers, requirePeer } from './lib/peers.mjs';
import { startRelay } from './lib/relay.mjs';
import { report } from './lib/report.mjs';
import { SDK_HOST, startPageServer, startScriptServer } from './lib/servers.mjs';
import { measureHeap } from './measure/heap.mjs';
import { measureConsumers, measureEmit } from './measure/hooks.mjs';
import { measureMount } from './measure/mount.mjs';
import { measureState } from './measure/state.mjs';
import { measureSizes } from './sizes.mjs';

/** ms that the relay holds each new connection. */
const HOLD = 50;

const resultsFile = new URL('./results.json', import.meta.url);
const load = () => Number((loadavg()[0] ?? 0).toFixed(2));

/** @param {string} folder */
async function measure(folder) {
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [];
  const started = Date.now();
  const say = (/** @type {string} */ what) => {
    console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  };
  const loadBefore = load();
  try {
    say('building the page');
    await buildPage(join(folder, 'page'));
    const scripts = await startScriptServer(makeCertificate(folder, SDK_HOST));
    closers.push(scripts.close);
    const relay = await startRelay(scripts.port, HOLD);
    closers.push(relay.close);
    const { origin, close } = await startPageServer(join(folder, 'page'));
    closers.push(close);
    const context = await launch(join(folder, 'profile'), relay.port);
    closers.push(() => context.close());
    const page = context.pages()[0] ?? (await context.newPage());

    say('mount to ready');
    const mount = await measureMount(page, origin, relay);
    say('one event to 1,000 hooks');
    const emit = await measureEmit(page, origin);
    say('1,000 consumers');
    const consumers = await measureConsumers(page, origin);
    say('state, beside its peers');
    const state = await measureState(page, origin);
    // Chromium's version goes with it.
    const chromium = context.browser()?.version() ?? 'unknown';
    await closers.pop()?.();
    say('heap over 1,000 connects and disconnects');
    const heap = await measureHeap(join(folder, 'plain'), relay.port, origin);
    say('sizes');
    const sizes = await measureSizes();
    say('done');
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: {
        cores: cpus().length,
        processor: cpus()[0]?.model ?? 'unknown',
        node: process.version,
        chromium,
        react: requirePeer('react').version,
        loadBefore,
        loadAfter: load(),
        seconds: Math.round((Date.now() - started) / 1000),
      },
      hold: HOLD,
      mount,
      emit,
      consumers,
      state,
      heap,
      sizes,
    };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tccc-react-bench-'));
try {
  installPeers();
  const results = await measure(folder);
  writeFileSync(resultsFile, await format(JSON.stringify(results), { parser: 'json', printWidth: 110 }));
  const text = report(results);
  writeFileSync(new URL('./README.md', import.meta.url), text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
