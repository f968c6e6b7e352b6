import { runAll } from './core.js';
import type { Ending, Line } from './line.js';
import { isLive, type SessionRecord } from './session.js';

function endedPayload({ core }: Line, session: SessionRecord, ending: Ending): object {
  const { readings, speed } = core.settings();
  const closeBy = ending.closeBy === 'timer' ? readings.timerCloseBy : ending.closeBy;
  const { sessionId, kind, answeredAt } = session;
  const withSub = ending.subReason && closeBy === 'admin' && kind === 'phone';
  const duration = answeredAt === undefined ? 0 : ((Date.now() - answeredAt) * speed) / 1000;
  return {
    sessionId,
    closeBy,
    ...(ending.mainReason && { mainReason: ending.mainReason }),
    ...(withSub && { subReason: ending.subReason }),
    ...(readings.sessionEnded === 'rich' && { type: kind, duration: Math.round(duration * 1000) / 1000 }),
  };
}

/** After-call work follows a conversation: always an inbound one, an outbound one by reading. */
function wrapsUp({ core }: Line, session: SessionRecord): boolean {
  if (session.answeredAt === undefined) return false;
  return session.direction === 'in' || core.settings().readings.wrapUpAfterOutbound === 'yes';
}

function leave(session: SessionRecord, state: 'ended' | 'lost' | 'transferred'): void {
  session.cancel?.();
  session.cancel = undefined;
  session.busyWith = undefined;
  session.state = state;
}

/** Either side ends the session: `sessionEnded`, then the agent's next status. */
export function end(line: Line, session: SessionRecord, ending: Ending): void {
  if (!isLive(session)) return;
  leave(session, 'ended');
  session.closeBy = ending.closeBy;
  line.core.changed();
  runAll(
    () => line.core.send('sessionEnded', endedPayload(line, session, ending)),
    () => line.agent.release(session.sessionId, wrapsUp(line, session)),
  );
}

/** The ringing session goes to another agent. */
export function lose(line: Line, session: SessionRecord, mainReason: string): void {
  leave(session, 'lost');
  line.core.changed();
  runAll(
    () => line.core.send('autoTransfer', { sessionId: session.sessionId }),
    () => {
      if (line.core.settings().readings.endedAfterAutoTransfer !== 'sent') return;
      line.core.send('sessionEnded', endedPayload(line, session, { closeBy: 'admin', mainReason }));
    },
  );
}

/** The agent's transfer is complete. */
export function passOn(line: Line, session: SessionRecord, target: object): void {
  const { transfer, endedAfterTransfer } = line.core.settings().readings;
  const { sessionId } = session;
  leave(session, endedAfterTransfer === 'sent' ? 'ended' : 'transferred');
  if (endedAfterTransfer === 'sent') session.closeBy = 'seat';
  line.core.changed();
  runAll(
    () => line.core.send('transfer', transfer === 'rich' ? { sessionId, ...target } : { sessionId }),
    () => {
      if (endedAfterTransfer !== 'sent') return;
      line.core.send(
        'sessionEnded',
        endedPayload(line, session, { closeBy: 'seat', mainReason: 'transfer' }),
      );
    },
    () => line.agent.release(sessionId, wrapsUp(line, session)),
  );
}
