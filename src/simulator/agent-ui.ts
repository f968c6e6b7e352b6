import type { TCCCSettableStatus } from '../sdk/vendor.js';
import { choose } from './customer.js';
import { accept, join, reject } from './inbound.js';
import { need, type Line } from './line.js';
import { complete, hangUp, hold, mute, sendDigits, transfer } from './live.js';
import { dial, dialColleague } from './outbound.js';
import type { Operation } from './refusal.js';
import { goOffline } from './sdk-agent.js';
import { isLive, type SessionRecord, type SimulatorSessionKind } from './session.js';

/**
 * The agent uses the vendor's own interface instead of the page: what happens there comes without a method
 * call, and mute and hold come without an event. Everything happens at once. Without an id, each acts on
 * the newest session for which it makes sense. Throws when the service would refuse.
 */
export interface SimulatorAgentUi {
  answer(sessionId?: string): void;
  /** Rejects a ringing session. */
  reject(sessionId?: string): void;
  hangUp(sessionId?: string): void;
  mute(sessionId?: string): void;
  unmute(sessionId?: string): void;
  hold(sessionId?: string): void;
  unhold(sessionId?: string): void;
  /** Starts a transfer to a skill group or a colleague. */
  transfer(to: { skillGroupId: string } | { userId: string }, sessionId?: string): void;
  sendDigits(digits: string, sessionId?: string): void;
  /** Marks a session that is over as done. */
  complete(sessionId?: string): void;
  setStatus(status: TCCCSettableStatus, restReason?: string): void;
  online(): void;
  offline(): void;
  /** Calls a number and returns the session's id. */
  dial(phoneNumber: string): string;
  /** Calls a colleague and returns the session's id. */
  dialColleague(userId: string): string;
}

const HOLDABLE: readonly SimulatorSessionKind[] = ['phone', 'voip', 'internal'];

function perform<T>(operation: Operation<T>): T {
  operation.check();
  return operation.run();
}

/** The agent's hands on the vendor's interface. */
export function createAgentUi(line: Line): SimulatorAgentUi {
  const offered = (id?: string): string =>
    choose(line, id, 'rings at the agent', ({ state }) => state === 'offered').sessionId;
  const live = (id?: string): string => choose(line, id, 'is live', isLive).sessionId;
  const talking = (id?: string, fits: (session: SessionRecord) => boolean = () => true): string =>
    choose(line, id, 'is connected', (one) => ['connected', 'held'].includes(one.state) && fits(one))
      .sessionId;
  const voice = (id?: string): string => talking(id, ({ kind }) => kind !== 'im');
  const any = undefined;
  return {
    answer(id) {
      const sessionId = offered(id);
      accept(line, sessionId, any, () => 0).check();
      join(line, need(line, sessionId));
    },
    reject: (id) => perform(reject(line, offered(id))),
    hangUp: (id) => perform(hangUp(line, live(id), any)),
    mute: (id) => perform(mute(line, voice(id), any, 'micMuted', true)),
    unmute: (id) => perform(mute(line, voice(id), any, 'micMuted', false)),
    hold: (id) => perform(hold(line, voice(id), HOLDABLE, true)),
    unhold: (id) => perform(hold(line, voice(id), HOLDABLE, false)),
    transfer: (to, id) => perform(transfer(line, { sessionId: talking(id), ...to }, any)),
    sendDigits: (digits, id) => perform(sendDigits(line, voice(id), digits)),
    complete: (id) => perform(complete(line, choose(line, id, 'is over', (one) => !isLive(one)).sessionId)),
    setStatus(status, restReason) {
      line.agent.checkStatus(status);
      line.agent.setStatus(status, restReason);
    },
    online: () => line.agent.online(),
    offline: () => goOffline(line, (agent) => agent.offline()),
    dial: (phoneNumber) => perform(dial(line, { phoneNumber })).sessionId,
    dialColleague: (userId) => perform(dialColleague(line, userId)).sessionId,
  };
}
