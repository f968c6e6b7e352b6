import { memo, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

import { type Contender, type Name, RECORDS, saw, seen, type Update } from './contender.js';
import { createDaily } from './daily.js';
import { createLiveKit, createLiveKitById } from './livekit.js';
import { createOurs } from './ours.js';
import { until } from './shown.js';

const CREATE: Record<Name, () => Promise<Contender>> = {
  tccc: createOurs,
  daily: createDaily,
  livekit: createLiveKit,
  livekitById: createLiveKitById,
};

let contender: Contender;

/** ms that the clock is ahead. */
let ahead = 0;
const dateNow = Date.now.bind(Date);
Date.now = () => dateNow() + ahead;

/** ms until the timers of a throttled store have run out. */
const SETTLE = 300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function many(count: number): ReactNode {
  const { One } = contender;
  return Array.from({ length: count }, (_, index) => <One key={index} record={index % RECORDS} />);
}

const Idle = memo((): ReactElement => {
  saw('idle');
  return <p>idle</p>;
});

/** Shows this, and waits until nothing more renders by itself. */
async function rest(children: ReactNode): Promise<void> {
  contender.show(children);
  await until('rest', () => performance.now() - seen.lastCommit > 30);
}

const make = (count: number, pick: (index: number) => number): Update[] =>
  Array.from({ length: count }, (_, index) => contender.next(pick(index)));

/**
 * Fires each by itself, 100 ms of the page's clock after the one before, and lets React render it before the
 * next: daily-react gathers what comes within 100 ms.
 */
function fireAlone(all: readonly Update[]): void {
  for (const { fire } of all) {
    ahead += 100;
    flushSync(fire);
  }
}

/** Whether each consumer shows the last of these that was for its record. */
function checker(consumers: number, all: readonly Update[]): () => boolean {
  const last = new Map(all.map(({ record, shows }) => [record, shows]));
  const items = [...document.querySelectorAll('li')];
  if (items.length !== consumers) throw new Error(`${items.length} consumers.`);
  return () => items.every((item, index) => (last.get(index) ?? item.textContent) === item.textContent);
}

/** Makes the contender of this page, once a page. */
export async function create(name: Name): Promise<void> {
  contender = await CREATE[name]();
}

/** Renders of three components while other records change: one reads a record, one a list, one nothing. */
export async function countRenders(count: number): Promise<{ one: number; list: number; idle: number }> {
  const { One, List } = contender;
  await rest([<One key="one" record={0} />, <List key="list" />, <Idle key="idle" />]);
  Object.assign(seen, { renders: 0, lists: 0, idle: 0 });
  fireAlone(make(count, (index) => 1 + (index % (RECORDS - 1))));
  await pause(SETTLE);
  const { renders, lists, idle } = seen;
  contender.show(null);
  return { one: renders, list: lists, idle };
}

/** Listeners on the SDK while so many components read one record each. */
export async function countListeners(components: number): Promise<number> {
  await rest(many(components));
  const count = contender.listeners();
  contender.show(null);
  return count;
}

let updates: Update[] = [];
let isShown = (): boolean => true;

/** So many consumers at rest, and `count` updates over all records made ready. */
export async function prepareUpdates(count: number, consumers: number): Promise<void> {
  await rest(many(consumers));
  updates = make(count, (index) => index % RECORDS);
  isShown = checker(consumers, updates);
  seen.renders = 0;
}

/** Fires them, until each consumer shows the last of its record: ms. */
export async function runUpdates(way: 'alone' | 'burst'): Promise<number> {
  const start = performance.now();
  if (way === 'alone') {
    fireAlone(updates);
  } else {
    for (const { fire } of updates) fire();
  }
  await until(`${way} to be shown`, isShown);
  return seen.lastCommit - start;
}

/** Clears up; how many renders of consumers there were. */
export async function finishUpdates(): Promise<number> {
  const { renders } = seen;
  contender.show(null);
  await pause(SETTLE);
  return renders;
}

/** Mounts so many consumers, until the renders are done that they cause themselves: ms. */
export async function mount(consumers: number): Promise<number> {
  const children = many(consumers);
  const start = performance.now();
  contender.show(children);
  const shown = performance.now();
  const items = document.getElementsByTagName('li');
  await until(
    'mount',
    () =>
      performance.now() - seen.lastCommit > 50 && Array.from(items).every(({ textContent }) => textContent),
  );
  if (seen.mounted !== consumers) throw new Error(`${seen.mounted} are mounted.`);
  return Math.max(shown, seen.lastCommit) - start;
}

/** Unmounts them: ms. */
export function unmount(): number {
  const start = performance.now();
  contender.show(null);
  if (seen.mounted) throw new Error(`${seen.mounted} are still mounted.`);
  return performance.now() - start;
}
