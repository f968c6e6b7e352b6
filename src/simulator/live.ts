import type { TCCCTransferOptions } from '../sdk/vendor.js';
import { end, passOn } from './ending.js';
import { need, needConnected, phase, type Line } from './line.js';
import { refuse, type Operation } from './refusal.js';
import { isLive, type SimulatorSessionKind } from './session.js';

type Kinds = readonly SimulatorSessionKind[] | undefined;

/** The agent hangs up, cancels an outbound call, or ends a chat. */
export function hangUp(line: Line, sessionId: string, kinds: Kinds): Operation {
  return {
    check() {
      const session = need(line, sessionId, kinds);
      const refused =
        line.core.settings().readings.hungUpRinging === 'refused' && session.state === 'offered';
      if (!isLive(session) || refused) refuse('FailedOperation.SessionNotInControlState');
    },
    run() {
      const session = need(line, sessionId, kinds);
      const mainReason = session.state === 'dialing' ? 'callerCancel' : 'ok';
      end(line, session, { closeBy: 'seat', mainReason });
    },
  };
}

/** Holds a call (which also mutes the agent), or takes it back. No event tells of it. */
export function hold(line: Line, sessionId: string, kinds: Kinds, on: boolean): Operation {
  return {
    check() {
      const { state, busyWith } = needConnected(line, sessionId, kinds);
      if (busyWith || (state === 'held') === on) refuse('FailedOperation.SessionNotInControlState');
    },
    run() {
      const session = need(line, sessionId);
      session.state = on ? 'held' : 'connected';
      session.micMuted = on;
      line.core.changed();
    },
  };
}

/** Switches the microphone or the camera. No event tells of it; repeating it is no fault. */
export function mute(
  line: Line,
  sessionId: string,
  kinds: Kinds,
  device: 'micMuted' | 'videoMuted',
  on: boolean,
): Operation {
  return {
    check: () => void needConnected(line, sessionId, kinds),
    run() {
      need(line, sessionId)[device] = on;
      line.core.changed();
    },
  };
}

/** Passes a session on to a skill group or a colleague. */
export function transfer(line: Line, options: TCCCTransferOptions, kinds: Kinds): Operation {
  const given = options as Partial<TCCCTransferOptions> | undefined;
  const { sessionId, skillGroupId, userId } = given ?? {};
  return {
    check() {
      if (!skillGroupId === !userId) refuse('InvalidParameter', 'Give either skillGroupId or userId.');
      if (needConnected(line, sessionId, kinds).busyWith) refuse('FailedOperation.SessionNotInControlState');
    },
    run() {
      const session = need(line, sessionId);
      session.busyWith = 'transfer';
      phase(line, session, line.core.settings().transferDelay, () =>
        passOn(line, session, { skillGroupId: skillGroupId ?? '', userId: userId ?? '' }),
      );
      line.core.changed();
    },
  };
}

/** Sends key tones. */
export function sendDigits(line: Line, sessionId: string, dtmfText: unknown): Operation {
  return {
    check() {
      needConnected(line, sessionId, ['phone', 'voip', 'internal']);
      if (typeof dtmfText !== 'string' || !/^[0-9*#A-D]+$/i.test(dtmfText)) {
        refuse('InvalidParameter', 'dtmfText takes 0-9, *, # and A-D.');
      }
    },
    run() {
      need(line, sessionId).digits += dtmfText as string;
      line.core.changed();
    },
  };
}

/** Takes a session that is over off the list: `sessionCompleted`. */
export function complete(line: Line, sessionId: string): Operation {
  return {
    check() {
      if (isLive(need(line, sessionId))) refuse('FailedOperation.SessionNotInControlState');
    },
    run() {
      need(line, sessionId);
      line.sessions.delete(sessionId);
      line.core.changed();
      if (line.core.settings().readings.sessionCompleted === 'sent') {
        line.core.send('sessionCompleted', { sessionId });
      }
    },
  };
}

/** Any operation in a conversation that changes nothing here, e.g. sending a card. */
export function touch(line: Line, sessionId: string, kinds: Kinds): Operation {
  return { check: () => void needConnected(line, sessionId, kinds), run: () => undefined };
}
