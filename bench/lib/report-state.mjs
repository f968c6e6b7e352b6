import { count, goal, spread, table, times } from './tables.mjs';

/** @typedef {import('../page/state/contender.js').Name} Name */

/** @type {readonly (readonly [Name, string])[]} */
const ROWS = [
  ['tccc', 'tccc-react `useSession(id)`'],
  ['daily', 'daily-react `useParticipantProperty(id, …)`'],
  ['livekit', 'LiveKit `useParticipantInfo({ participant })`'],
  ['livekitById', 'LiveKit `useRemoteParticipant(identity)`'],
];
const SHORT = /** @type {Record<Name, string>} */ ({
  tccc: 'tccc-react',
  daily: 'daily-react',
  livekit: 'LiveKit, `useParticipantInfo`',
  livekitById: 'LiveKit, `useRemoteParticipant`',
});
const PEERS = ROWS.slice(1).map(([name]) => name);

/**
 * Ours beside the best peer's, of what is counted and does not vary.
 *
 * @param {any} rows
 * @param {string} what
 * @param {(row: any) => number} pick
 */
function counted(rows, what, pick) {
  const best = Math.min(...PEERS.map((name) => pick(rows[name])));
  const ours = pick(rows.tccc);
  return [what, count(ours), count(best), `≤ ${best}: ${ours <= best ? 'met' : 'missed'}`];
}

/** @param {any} results */
export function stateSection({ state, sizes }) {
  const { rows, ratios, turns, rounds, unrelated, few, many, updates, consumers, mounted } = state;
  const each = (/** @type {(row: any) => (string | number)[]} */ cells) =>
    ROWS.map(([name, label]) => [label, ...cells(rows[name])]);
  /** @param {string} key @param {'ms' | 'work'} of what the goal is for @param {string} what */
  const timed = (key, of, what) => {
    const { best, ...ratio } = ratios[key][of];
    return [what, times(ratio), SHORT[/** @type {Name} */ (best)], goal(ratio.ofMedians, 1)];
  };
  const version = (/** @type {string} */ name) => `${name} ${sizes.versions[name]}`;
  return `## State, beside its peers

200 sessions here, 200 remote participants there, in the store of each library, React in production. Peers:
${version('@daily-co/daily-react')}, ${version('@livekit/components-react')} with ${version('livekit-client')}. A consumer
reads one record and shows a text of it; an update is one event of the SDK that changes that text:

- tccc-react: \`callIn\`, \`userAccessed\`, \`sessionEnded\`, \`sessionCompleted\`, then \`callIn\` again, from a stub; the
  sessions are in all four states at once, and \`historySize\` keeps them all;
- daily-react: \`participant-updated\` with another \`user_name\`, from a call object that does nothing but emit;
- LiveKit: the client's own \`Room\` is told another \`metadata\` of a participant. It keeps the records itself, so
  that is counted, as the stores of the others are; reading the server's message is not.

Each contender has ${turns} documents in changing order, ${rounds} rounds each after one that warms up. The last two are both
LiveKit's: its narrowest hook, which is handed the participant, and the one that finds it by its identity.

### What does not vary

Renders of three unrelated components for ${count(unrelated)} updates: one reads another record, one a list that none of them
changes (\`useSessions({ kind: 'im' })\`, \`useParticipantIds({ filter: 'remote' })\`, \`useRemoteParticipants()\`, for the
narrow one with \`updateOnlyOn: []\`), one reads nothing and is memoised. Listeners on the SDK, the provider's
included, while ${few} and ${many} components read one record each.

${table([
  ['', 'another record', 'a list', 'nothing', `listeners for ${few}`, `for ${many}`],
  ...each(({ renders, listeners }) =>
    [renders.one, renders.list, renders.idle, listeners.few, listeners.many].map(count),
  ),
])}

${table([
  ['', 'ours', 'best peer', 'goal'],
  counted(rows, 'unrelated renders', ({ renders }) => renders.one + renders.list + renders.idle),
  counted(rows, `listeners for ${few}`, ({ listeners }) => listeners.few),
  counted(rows, `listeners for ${many}`, ({ listeners }) => listeners.many),
])}

Ours and daily-react's stay as they are with any number of components: one listener for each event's name.

### Time

${count(updates)} updates over the 200 records with ${consumers} consumers, so that each second one is shown: "one by one", React
renders each before the next (in \`flushSync\`; the page's clock goes on by 100 ms between two, since daily-react
gathers what comes within that); "in one task", all are emitted at once, until all consumers show the last. "Work"
is processor time of the page's main thread in ms, which a busy machine blurs less, and in which waiting does not
count; the goal is for it. Median (quartiles) of ${rows.tccc.alone.ms.n} rounds.

${table([
  ['', 'one by one: work', 'elapsed', 'in one task: work', 'elapsed'],
  ...each(({ alone, burst }) => [alone.work, alone.ms, burst.work, burst.ms].map(spread)),
])}

${count(mounted)} consumers mounted, until the renders are done that they cause themselves, and unmounted: elapsed ms, since
the work of the main thread is mostly the drawing of the page. Median (quartiles) of ${rows.tccc.mount.ms.n} rounds.

${table([['', 'mount', 'unmount'], ...each(({ mount, unmount }) => [mount.ms, unmount.ms].map(spread))])}

${table([
  ['ratio to the best peer', 'of medians (quartiles by round)', 'which', 'goal'],
  timed('alone', 'work', 'updates one by one, work'),
  timed('burst', 'work', 'updates in one task, work'),
  timed('mount', 'ms', `mount ${count(mounted)}`),
  timed('unmount', 'ms', `unmount ${count(mounted)}`),
])}
`;
}
