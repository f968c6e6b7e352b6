import type { TCCCCallInEvent } from '../sdk/event-map.js';
import type { TCCCCloseBy } from '../sdk/vendor.js';
import type { Cancel } from './clock.js';

/** The kinds of session. */
export type SimulatorSessionKind = 'phone' | 'im' | 'voip' | 'video' | 'internal';

/**
 * Where a session stands. `offered` rings at the agent, `dialing` rings at the remote party, `lost` went to
 * another agent, `transferred` was passed on by this one.
 */
export type SimulatorSessionState =
  'offered' | 'dialing' | 'connected' | 'held' | 'ended' | 'lost' | 'transferred';

/** A session as the control API shows it. A completed one (`Call.deleteCall`) is no longer listed. */
export interface SimulatorSession {
  readonly sessionId: string;
  readonly kind: SimulatorSessionKind;
  readonly direction: 'in' | 'out';
  readonly state: SimulatorSessionState;
  /** The remote party: number, nickname or account. */
  readonly peer: string;
  readonly micMuted: boolean;
  readonly videoMuted: boolean;
  /** The digits sent by `Call.sendDigits` so far. */
  readonly digits: string;
  readonly closeBy?: TCCCCloseBy;
  /** The fields of `callIn`, or of the reply to `startOutboundCall`, before readings change them. */
  readonly data: Readonly<TCCCCallInEvent>;
}

/** A session inside the simulator. */
export interface SessionRecord extends Omit<SimulatorSession, 'closeBy'> {
  state: SimulatorSessionState;
  micMuted: boolean;
  videoMuted: boolean;
  digits: string;
  closeBy?: TCCCCloseBy;
  /** The agent has accepted and is joining, or has asked for a transfer. */
  busyWith?: 'joining' | 'transfer' | undefined;
  /** When it was answered, ms since 1970. */
  answeredAt?: number;
  /** Cancels the timer of the present phase: ringing, dialling, joining, idling. */
  cancel?: Cancel | undefined;
}

/** The sessions of one agent. */
export interface SessionStore {
  get(sessionId: string): SessionRecord | undefined;
  /** Adds a session, or replaces the earlier one of the same id. */
  add(record: SessionRecord): void;
  delete(sessionId: string): void;
  all(): SessionRecord[];
  /** Cancels every phase and forgets all. */
  clear(): void;
  /** A copy for the control API. */
  snapshot(): readonly SimulatorSession[];
}

/** Whether a session of this kind fills the agent's ears: only one of them at a time. */
export function isVoice(session: Pick<SimulatorSession, 'kind'>): boolean {
  return session.kind !== 'im';
}

/** Whether a session is neither over nor elsewhere. */
export function isLive(session: Pick<SimulatorSession, 'state'>): boolean {
  return ['offered', 'dialing', 'connected', 'held'].includes(session.state);
}

/** A store without sessions. */
export function createSessionStore(): SessionStore {
  const records = new Map<string, SessionRecord>();
  return {
    get: (sessionId) => records.get(sessionId),
    add(record) {
      records.get(record.sessionId)?.cancel?.();
      records.delete(record.sessionId);
      records.set(record.sessionId, record);
    },
    delete(sessionId) {
      records.get(sessionId)?.cancel?.();
      records.delete(sessionId);
    },
    all: () => [...records.values()],
    clear() {
      for (const record of records.values()) record.cancel?.();
      records.clear();
    },
    snapshot: () =>
      [...records.values()].map((record) => {
        const { cancel: _cancel, answeredAt: _answeredAt, busyWith: _busyWith, ...session } = record;
        return Object.freeze(session);
      }),
  };
}
