import { end } from './ending.js';
import type { Line } from './line.js';
import { remoteActs } from './outbound.js';
import { isLive, type SessionRecord } from './session.js';

/**
 * The other side of a session. Without an id, each acts on the newest session for which it makes sense,
 * and throws when there is none.
 */
export interface SimulatorCustomerControl {
  /** Answers an outbound or internal call. */
  answer(sessionId?: string): void;
  /** Refuses an outbound call. */
  refuse(sessionId?: string): void;
  /** Is on the phone when an outbound call comes. */
  busy(sessionId?: string): void;
  /** Does not answer an outbound call: it has rung long enough. */
  stayAway(sessionId?: string): void;
  /** Hangs up: gives up while it rings at the agent, or ends the conversation. */
  hangUp(sessionId?: string): void;
}

/** The newest session that `fits`, or the one named. */
export function choose(
  line: Line,
  sessionId: string | undefined,
  what: string,
  fits: (session: SessionRecord) => boolean,
): SessionRecord {
  const list = line.sessions.all().filter(fits);
  const found = sessionId === undefined ? list.pop() : list.find((one) => one.sessionId === sessionId);
  if (!found) {
    const which = sessionId === undefined ? 'there is no session' : `session ${sessionId} is not one`;
    throw new Error(`Simulator: ${which} that ${what}.`);
  }
  return found;
}

/** The control of the other side. */
export function createCustomer(line: Line): SimulatorCustomerControl {
  const dialing = (sessionId?: string): SessionRecord =>
    choose(line, sessionId, 'rings at the customer', (session) => session.state === 'dialing');
  return {
    answer: (sessionId) => remoteActs(line, dialing(sessionId), 'answers'),
    refuse: (sessionId) => remoteActs(line, dialing(sessionId), 'refuses'),
    busy: (sessionId) => remoteActs(line, dialing(sessionId), 'busy'),
    stayAway: (sessionId) => remoteActs(line, dialing(sessionId), 'stays-away'),
    hangUp(sessionId) {
      const session = choose(line, sessionId, 'is live', isLive);
      const mainReason = session.state === 'offered' ? 'ringingGiveUp' : 'ok';
      if (session.state === 'dialing') remoteActs(line, session, 'refuses');
      else end(line, session, { closeBy: 'client', mainReason });
    },
  };
}
