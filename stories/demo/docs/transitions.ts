import { ILLEGAL, type SessionCause, type StateOrNone, TRANSITIONS } from '../../../src/state/transitions.js';

/** Every state of the diagram, in its order. */
export const STATES = [
  'none',
  'offered',
  'dialing',
  'connected',
  'held',
  'ended',
  'lost',
  'transferred',
  'completed',
] as const satisfies readonly StateOrNone[];

/** One arrow of the diagram, and all that takes it. */
export interface Arrow {
  from: StateOrNone;
  to: StateOrNone;
  causes: readonly SessionCause[];
}

const CAUSES = Object.keys(TRANSITIONS) as SessionCause[];

/** Every arrow, as the transition table has them. */
export const ARROWS: readonly Arrow[] = STATES.flatMap((from) =>
  STATES.map((to) => ({
    from,
    to,
    causes: CAUSES.filter((cause) => {
      const [leadsTo, outOf = ''] = TRANSITIONS[cause].split(' < ');
      return leadsTo === to && outOf.split(' ').includes(from);
    }),
  })),
).filter(({ causes }) => causes.length > 0);

/** What cannot be in a state. */
export const illegalIn = (state: StateOrNone): SessionCause[] =>
  CAUSES.filter((cause) => ILLEGAL[cause]?.split(' ').includes(state));
