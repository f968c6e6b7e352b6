import { stateSection } from './report-state.mjs';
import { count, goal, num, spread, table, times } from './tables.mjs';

const WAYS = /** @type {const} */ ([
  ['hand', '`injectTCCC` by hand'],
  ['provider', '`<TCCCProvider>`'],
  ['hand-preconnect', 'by hand, with a preconnect link'],
  ['provider-preconnect', '`<TCCCProvider preconnect>`'],
]);

/** @param {any} results */
function mountSection({ mount, hold }) {
  const { ways, ratios, rounds, tokenDelay, readyDelay } = mount;
  return `## Mount to \`ready\`

From \`root.render()\` to the application's ready callback, in ms: median (quartiles) of ${rounds} rounds.
"Shown" is the effect of the component that shows it; "work" is processor time of the page's main thread in
all of that, React and the simulator included, which a busy machine blurs less. Each round is a new document
without a connection to \`tccc.qcloud.com\`, whose script comes over TLS through a relay that holds each new
connection ${hold} ms; the token endpoint answers after ${tokenDelay} ms, the simulator logs in after ${readyDelay} ms. The four
ways take turns, in another order each round. \`injectTCCC\` has neither retry nor time-out nor any check.

${table([
  ['', 'ready', 'shown', 'work'],
  ...WAYS.map(([way, name]) => [name, ...[ways[way].ready, ways[way].shown, ways[way].work].map(spread)]),
])}

${table([
  ['ratio to ready', 'of medians (quartiles by round)', 'goal'],
  [
    'provider with `preconnect`, to by hand',
    times(ratios.withPreconnect),
    goal(ratios.withPreconnect.ofMedians, 1),
  ],
  ['provider without, to by hand', times(ratios.without), goal(ratios.without.ofMedians, 1.05)],
  ['both with a preconnect', times(ratios.bothPreconnect), 'none'],
])}

Where the time goes, medians in ms (the first, third and last columns are JavaScript of the page):

${table([
  ['', 'mount → request', 'token', 'answer → tag', 'script', 'script → ready'],
  ...WAYS.map(([way, name]) => {
    const { mountToRequest, token, tokenToTag, script, scriptToReady } = ways[way].steps;
    return [name, ...[mountToRequest, token, tokenToTag, script, scriptToReady].map(({ p50 }) => num(p50))];
  }),
])}
`;
}

/** @param {any} results */
function hooksSection({ emit, consumers }) {
  return `## One event to 1,000 hooks

µs for one event: median (quartiles) of ${emit.rounds} rounds of ${emit.emits} emits. The SDK is a stub that does nothing but
emit. "Guarded" is the least that keeps a hook's promises: the newest handler, and none that stops others.

${table([
  ['', 'µs an event', 'hooks to this'],
  ['1,000 listeners of a bare `eventemitter3`', spread(emit.bare), times(emit.ratios.toBare)],
  ['the same, guarded', spread(emit.guarded), times(emit.ratios.toGuarded)],
  ['1,000 `useTCCCEvent`', spread(emit.hooks), ''],
])}

## 1,000 consumers

ms to mount and to unmount 1,000 components, effects included: median (quartiles) of ${consumers.rounds} rounds. A
consumer has \`useTCCC\`, \`useTCCCEvent\` and one \`useEffect\`; a bare component has the \`useEffect\` only.

${table([
  ['', 'mount', 'unmount'],
  ['bare', spread(consumers.bare.mount), spread(consumers.bare.unmount)],
  ['consumers', spread(consumers.hooks.mount), spread(consumers.hooks.unmount)],
  ['ratio', times(consumers.ratios.mount), times(consumers.ratios.unmount)],
])}
`;
}

/** @param {any} results */
function heapSection({ heap }) {
  const rows = /** @type {const} */ (['provider', 'hand']).flatMap((who) =>
    heap[who].points
      .filter((/** @type {any} */ { cycles }) => [100, 500, 1000].includes(cycles))
      .map((/** @type {any} */ point) => [
        who === 'provider' ? 'provider' : 'by hand',
        ...[point.cycles, point.heap, point.nodes, point.documents, point.listeners].map(count),
      ]),
  );
  const perCycle = (/** @type {'provider' | 'hand'} */ who) =>
    (Math.round(heap[who].bytesPerCycle * 10) / 10 || 0).toFixed(1);
  return `## Heap over 1,000 connects and disconnects

In one document, after garbage collection; the simulator at \`speed\` ${count(heap.speed)}, its log emptied after each cycle.
Straight line through the readings at every 100 cycles: **${perCycle('provider')} bytes a cycle**; by hand ${perCycle('hand')}. V8 runs
without compiled code here, which it keeps and which grows in steps as functions get warm. (A leak made on
purpose, one object with one number a cycle, showed as 32.)

${table([['', 'cycles', 'heap, bytes', 'nodes', 'documents', 'listeners'], ...rows])}
`;
}

/** @param {any} results */
function sizesSection({ sizes }) {
  const kb = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(2);
  const versions = Object.entries(sizes.versions)
    .filter(([name]) => /^@|^livekit/.test(name))
    .map(([name, version]) => `${name} ${version}`);
  return `## Sizes

kB (1,000 bytes), bundled with dependencies by esbuild ${sizes.versions.esbuild}, React external, gzip -9.
${versions.join(', ')}.

${table([
  ['', 'min', 'min + gzip'],
  ...sizes.rows.map((/** @type {any} */ { name, min, gzip }) => [name, kb(min), `**${kb(gzip)}**`]),
])}
`;
}

/**
 * README.md of the bench: every figure from one run.
 *
 * @param {any} results
 */
export function report(results) {
  const { date, machine } = results;
  return `# Bench

Written by \`npm run bench\` from its results (\`results.json\`): measured, never asserted.
What must hold on any machine (renders, listeners, the size limit) is asserted by the tests instead.

${date}; ${machine.cores} cores (${machine.processor}), Node ${machine.node}, Chromium ${machine.chromium}, React ${machine.react};
load average ${machine.loadBefore} before and ${machine.loadAfter} after the run, which took ${machine.seconds} s. On a busy machine the quartiles are
wide, and a ratio close to its goal says little: run it again when it is quiet.

\`\`\`sh
npm ci && npm run bench
\`\`\`

It needs a Chromium (\`CHROMIUM_PATH\`, the system's or Playwright's) and \`openssl\`, and installs what it compares
with into \`bench/node_modules\` the first time. \`node bench/sizes.mjs\` measures the sizes alone.

${[stateSection, mountSection, hooksSection, heapSection, sizesSection].map((section) => section(results)).join('\n')}`;
}
