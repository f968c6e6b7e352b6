import { expect, it } from 'vitest';
import { isLive as isLiveByEvents, keep } from '../../../src/connection/told.js';
import { shared } from '../../../src/connection/record.js';
import type { TCCCSession } from '../../../src/index.js';
import { isLive } from '../../../src/state/live.js';
import { next } from '../../../src/state/next.js';

const NAMES = [
  'callIn',
  'userAccessed',
  'autoTransfer',
  'sessionEnded',
  'sessionCompleted',
  'callOuted',
  'calloutAccepted',
  'transfer',
] as const;
const payload = { sessionId: 's-1', type: 'phone' };

/** The session after these events. */
const after = (names: readonly (typeof NAMES)[number][]): TCCCSession | undefined =>
  names.reduce<TCCCSession | undefined>(
    (session, name, at) => next(session, name, payload, at + 1),
    undefined,
  );

it('agrees with the core on what is live, and stores made late with both, in every order of five events', () => {
  const wrong: string[] = [];
  let orders = 0;
  for (let nth = 0; nth < NAMES.length ** 5; nth++) {
    const names = [0, 1, 2, 3, 4].map(
      (place) => NAMES[Math.floor(nth / NAMES.length ** place) % NAMES.length]!,
    );
    shared.log = [];
    for (const name of names) keep(name, payload);
    const session = after(names);
    const late = after(shared.log.map(([, name]) => name as (typeof NAMES)[number]));
    const isOn = !!session && isLive(session);
    // What is done is not told again.
    const isSame = session?.state === late?.state || (session?.state === 'completed' && !late);
    if (isOn !== isLiveByEvents() || !isSame)
      wrong.push(`${names.join(' ')}: ${session?.state} ${late?.state}`);
    orders += 1;
  }
  shared.log = [];
  expect(wrong).toEqual([]);
  expect(orders).toBe(32_768);
});
