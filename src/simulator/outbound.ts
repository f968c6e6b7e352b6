import type { TCCCCallInfo, TCCCOutboundOptions } from '../sdk/vendor.js';
import { runAll, spread } from './core.js';
import { end } from './ending.js';
import { currentVoice, newSession, phase, reportedNumber, type Ending, type Line } from './line.js';
import type { SimulatorCustomer } from './options.js';
import { uuid } from './random.js';
import { refuse, type Operation } from './refusal.js';
import type { SessionRecord } from './session.js';

const ENDINGS: Record<'stays-away' | 'refuses' | 'busy', Ending> = {
  'stays-away': { closeBy: 'admin', mainReason: 'notAnswer', subReason: 'notAnswer' },
  refuses: { closeBy: 'client', mainReason: 'userReject' },
  busy: { closeBy: 'admin', mainReason: 'busy', subReason: 'busy' },
};

/** Dialling is for a resting agent who is in no call. */
function checkDial(line: Line): void {
  const status = line.agent.status();
  if (status === 'offline') refuse('FailedOperation.PermissionDenied', 'The agent is offline.');
  if (status === 'busy' || currentVoice(line)) refuse('FailedOperation.SeatStatusBusy');
  if (status === 'arrange' && line.core.settings().readings.dialInArrange === 'refused') {
    refuse('FailedOperation.SeatStatusBusy', 'The agent is in after-call work.');
  }
}

/** The remote party does this now. Does nothing when the call no longer rings. */
export function remoteActs(line: Line, session: SessionRecord, behaviour: SimulatorCustomer): void {
  if (session.state !== 'dialing' || behaviour === 'manual') return;
  if (behaviour === 'answers') answered(line, session);
  else end(line, session, ENDINGS[behaviour]);
}

function answered(line: Line, session: SessionRecord): void {
  const { core } = line;
  const { userAccessedOnOutbound, internalAnswered } = core.settings().readings;
  const { sessionId } = session;
  phase(line, session, undefined, () => undefined);
  session.state = 'connected';
  session.answeredAt = Date.now();
  core.changed();
  if (session.kind === 'internal') {
    core.send(internalAnswered, { sessionId });
    return;
  }
  runAll(
    () => core.send('calloutAccepted', { sessionId }),
    () => userAccessedOnOutbound === 'sent' && core.send('userAccessed', { sessionId }),
  );
}

/** `callOuted` and what the remote party does about it. */
function announce(line: Line, session: SessionRecord, remark: string | undefined): void {
  const { core, agent } = line;
  const { customer, answerDelay, dialTimeout, readings } = core.settings();
  const wait = customer === 'stays-away' ? dialTimeout * 1000 : spread(core, answerDelay);
  phase(line, session, customer === 'manual' ? undefined : wait, () => remoteActs(line, session, customer));
  const { sessionId, callerPhoneNumber, calleePhoneNumber } = session.data;
  const rich = readings.callOuted === 'rich' && session.kind === 'phone';
  runAll(
    () =>
      core.send('callOuted', {
        sessionId,
        ...(rich && { callerPhoneNumber, calleePhoneNumber, remark: remark ?? '' }),
      }),
    () => agent.engage(sessionId),
  );
}

function begin(line: Line, session: SessionRecord, remark?: string): void {
  const { core, sessions } = line;
  sessions.add(session);
  core.changed();
  if (core.settings().readings.outboundOrder === 'event-first') announce(line, session, remark);
  else phase(line, session, spread(core, core.settings().latency), () => announce(line, session, remark));
}

/** Calls a number. */
export function dial(line: Line, options: TCCCOutboundOptions): Operation<TCCCCallInfo> {
  return {
    check() {
      const number: unknown = (options as Partial<TCCCOutboundOptions> | undefined)?.phoneNumber;
      if (typeof number !== 'string' || !/\d/.test(number))
        refuse('InvalidParameter', 'phoneNumber is required.');
      checkDial(line);
    },
    run() {
      const { core } = line;
      const { servingNumber, readings } = core.settings();
      const info = {
        sessionId: uuid(core.random().ids),
        calleePhoneNumber: reportedNumber(options.phoneNumber),
        callerPhoneNumber: reportedNumber(options.callerPhoneNumber ?? servingNumber),
        serverType: readings.serverTypeCase === 'lower' ? 'staffSeat' : 'StaffSeat',
        ...(options.phoneDesc !== undefined && { remark: options.phoneDesc }),
      };
      begin(
        line,
        newSession('phone', 'out', info, options.phoneDesc ?? info.calleePhoneNumber),
        options.phoneDesc,
      );
      return { ...info, calleeLocation: '' };
    },
  };
}

/** Calls a colleague. */
export function dialColleague(line: Line, calleeUserId: string): Operation<{ sessionId: string }> {
  return {
    check() {
      if (!calleeUserId || typeof calleeUserId !== 'string') {
        refuse('InvalidParameter', 'calleeUserId is required.');
      }
      checkDial(line);
    },
    run() {
      const sessionId = uuid(line.core.random().ids);
      begin(line, newSession('internal', 'out', { sessionId, peerUserId: calleeUserId }, calleeUserId));
      return { sessionId };
    },
  };
}
