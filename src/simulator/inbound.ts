import { callerOf, callInData, callInPayload, type SimulatorRing } from './call-in.js';
import { runAll } from './core.js';
import { end, lose } from './ending.js';
import { currentVoice, need, newSession, phase, type Line } from './line.js';
import { refuse, type Operation } from './refusal.js';
import { isLive, isVoice, type SessionRecord, type SimulatorSessionKind } from './session.js';

/** Why the service would not assign this session now; `undefined` = it would. */
function obstacle(line: Line, kind: SimulatorSessionKind, transferred: boolean): string | undefined {
  const status = line.agent.status();
  if (status === 'offline') return 'the agent is offline';
  if (kind === 'im') {
    const { maxChats, readings } = line.core.settings();
    const chats = line.sessions.all().filter((session) => session.kind === 'im' && isLive(session));
    if (chats.length >= maxChats) return `the agent has ${maxChats} chats`;
    // Chats that make the agent busy do not keep further chats away.
    if (status === 'busy' && readings.imStatus === 'busy' && !currentVoice(line)) return undefined;
  } else if (currentVoice(line)) return 'the agent is in a call';
  if (status === 'free') return undefined;
  if ((transferred || kind === 'internal') && (status === 'notReady' || status === 'rest')) return undefined;
  return `the agent is ${status}`;
}

/** Rings a session at the agent and returns its id. Throws when the service would not assign it. */
export function offer(line: Line, ring: SimulatorRing, transferred = false): string {
  const { core, sessions } = line;
  const why = ring.force ? undefined : obstacle(line, ring.type ?? 'phone', transferred);
  if (why) throw new Error(`Simulator: this session would not ring, since ${why}. Pass force: true.`);
  const data = callInData(core, ring);
  const earlier = sessions.get(data.sessionId);
  if (earlier && isLive(earlier)) throw new Error(`Simulator: session ${data.sessionId} is still live.`);
  const session = newSession(data.type, 'in', data, callerOf(data));
  sessions.add(session);

  const { autoAnswer } = core.settings();
  const timeout = (data.timeout ?? 0) * 1000;
  if (autoAnswer !== false && (timeout === 0 || autoAnswer < timeout)) {
    phase(line, session, autoAnswer, () => join(line, session));
  } else phase(line, session, timeout > 0 ? timeout : undefined, () => ringOut(line, session));
  core.changed();
  core.send('callIn', callInPayload(core, data));
  return session.sessionId;
}

function ringOut(line: Line, session: SessionRecord): void {
  if (line.core.settings().autoTransfer) lose(line, session, 'seatGiveUp');
  else end(line, session, { closeBy: 'timer', mainReason: 'seatGiveUp' });
}

/** The agent joins: from here on they talk. */
export function join(line: Line, session: SessionRecord): void {
  const { core, agent } = line;
  session.busyWith = undefined;
  session.state = 'connected';
  session.answeredAt = Date.now();
  const { chatIdleTimeout, readings } = core.settings();
  const idle = session.kind === 'im' && chatIdleTimeout > 0 ? chatIdleTimeout * 1000 : undefined;
  phase(line, session, idle, () => end(line, session, { closeBy: 'timer' }));
  core.changed();
  runAll(
    () => core.send('userAccessed', { sessionId: session.sessionId }),
    () => {
      if (isVoice(session) || readings.imStatus === 'busy') agent.engage(session.sessionId);
    },
  );
}

/** Answers a ringing session; the agent joins a little later. `delay` in ms. */
export function accept(
  line: Line,
  sessionId: string,
  kinds: readonly SimulatorSessionKind[] | undefined,
  delay: () => number,
): Operation {
  const find = (): SessionRecord => need(line, sessionId, kinds);
  return {
    check() {
      const session = find();
      if (session.state !== 'offered' || session.busyWith) refuse('FailedOperation.SessionNotInControlState');
      const other = line.sessions
        .all()
        .some((one) => one !== session && isLive(one) && isVoice(one) && one.state !== 'offered');
      if (isVoice(session) && other) refuse('FailedOperation.SeatStatusBusy');
    },
    run() {
      const session = find();
      session.busyWith = 'joining';
      phase(line, session, delay(), () => join(line, session));
      line.core.changed();
    },
  };
}

/** Rejects a ringing session (`Call.end`): it goes to the next agent, or ends, as the reading says. */
export function reject(line: Line, sessionId: string, kinds?: readonly SimulatorSessionKind[]): Operation {
  const find = (): SessionRecord => need(line, sessionId, kinds);
  return {
    check() {
      if (find().state !== 'offered') refuse('FailedOperation.SessionNotInControlState');
    },
    run() {
      const session = find();
      if (line.core.settings().readings.callEnd === 'sessionEnded') {
        end(line, session, { closeBy: 'seat', mainReason: 'seatGiveUp' });
      } else lose(line, session, 'seatGiveUp');
    },
  };
}
