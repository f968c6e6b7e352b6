import type { TCCCCallInEvent } from '../sdk/event-map.js';
import type { TCCCCloseBy } from '../sdk/vendor.js';
import type { AgentMachine } from './agent.js';
import type { Core } from './core.js';
import { refuse } from './refusal.js';
import {
  isLive,
  isVoice,
  type SessionRecord,
  type SessionStore,
  type SimulatorSessionKind,
} from './session.js';

/** What the flows work on. */
export interface Line {
  readonly core: Core;
  readonly agent: AgentMachine;
  readonly sessions: SessionStore;
}

/** The session of an SDK call's options; refuses when there is none, or it is of another namespace. */
export function need(
  { sessions }: Line,
  sessionId: unknown,
  kinds?: readonly SimulatorSessionKind[],
): SessionRecord {
  if (typeof sessionId !== 'string' || !sessionId) refuse('InvalidParameter', 'sessionId is required.');
  const session = sessions.get(sessionId);
  if (!session || (kinds && !kinds.includes(session.kind))) refuse('FailedOperation.SessionNotExists');
  return session;
}

/** As `need`, in a conversation. */
export function needConnected(
  line: Line,
  sessionId: unknown,
  kinds?: readonly SimulatorSessionKind[],
): SessionRecord {
  const session = need(line, sessionId, kinds);
  if (session.state !== 'connected' && session.state !== 'held') {
    refuse('FailedOperation.SessionNotInControlState');
  }
  return session;
}

/** The one phone, VoIP, video or internal session that rings or runs, if any. */
export function currentVoice({ sessions }: Line): SessionRecord | undefined {
  return sessions.all().find((session) => isLive(session) && isVoice(session));
}

/** Starts the next phase of a session: the timer of the present one is dropped. */
export function phase(line: Line, session: SessionRecord, ms: number | undefined, next: () => void): void {
  session.cancel?.();
  session.cancel = ms === undefined ? undefined : line.core.clock.after(ms, next);
}

/** A number as the service reports it: `0086` and the digits as dialled. */
export function reportedNumber(number: string): string {
  const plain = number.replace(/^\+86/, '').replace(/\D/g, '');
  return plain.startsWith('0086') ? plain : `0086${plain}`;
}

/** A new session of this line. */
export function newSession(
  kind: SimulatorSessionKind,
  direction: 'in' | 'out',
  data: TCCCCallInEvent,
  peer: string,
): SessionRecord {
  return {
    sessionId: data.sessionId,
    kind,
    direction,
    state: direction === 'in' ? 'offered' : 'dialing',
    peer,
    micMuted: false,
    videoMuted: false,
    digits: '',
    data,
  };
}

/** Why a session ended: the side, and words of the Cloud API's call records. */
export interface Ending {
  closeBy: TCCCCloseBy;
  mainReason?: string;
  /** Sent for phone sessions closed by `admin` only, as the vendor's table says. */
  subReason?: string;
}
