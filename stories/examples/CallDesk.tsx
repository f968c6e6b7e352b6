import { type ReactElement, useState } from 'react';

import {
  type TCCCAction,
  type TCCCSession,
  type TCCCSessionAction,
  type TCCCSessionKind,
  useActiveSession,
  useAgentStatus,
  useIncomingSessions,
  useSessionActions,
  useSessionTimer,
  useTCCCEvent,
  useTCCCGetSnapshot,
  useTCCCSelector,
} from '../../src/index.js';
import { CallIcon } from './CallIcon.js';
import { KindIcon } from './KindIcon.js';
import { clock, nameOf } from './session-words.js';

/** The words of `<CallDesk>`. */
export interface CallDeskText {
  kinds: Record<TCCCSessionKind, string>;
  actions: Record<TCCCSessionAction, string>;
  withheld: string;
  waiting: (n: number) => string;
  ringing: string;
  now: Record<'dialing' | 'connected' | 'held' | 'wrapUp' | 'free', string>;
  muted: string;
  done: string;
  recent: string;
  recentNone: string;
  /** By `closeBy`. */
  closedBy: Record<string, string>;
  stillWaiting: (n: number) => string;
}

type Words = { text: CallDeskText };

interface Past {
  sessionId: string;
  kind: TCCCSessionKind;
  name: string;
  facts: readonly (string | false)[];
}

const isRinging = ({ state }: TCCCSession): boolean => state === 'offered';

/** How many wait. Renders when their number changes, and for nothing else of them. */
function Waiting({ text }: Words): ReactElement {
  const waiting = useTCCCSelector(({ sessions }) => sessions.filter(isRinging).length);
  return (
    <p className="desk-waiting" role="status" data-count={waiting}>
      {text.waiting(waiting)}
    </p>
  );
}

/** A round button, where its action can be done. */
function Round({
  action,
  does,
  text,
}: {
  action: Parameters<typeof CallIcon>[0]['action'];
  does: TCCCAction;
  text: string;
}): ReactElement | false {
  return (
    does.available && (
      <button type="button" data-action={action} aria-busy={does.pending} onClick={() => void does.run()}>
        <CallIcon action={action} />
        <span>{text}</span>
      </button>
    )
  );
}

/** A component of its own, since it renders each second. */
function Clock({ sessionId, of }: { sessionId: string; of: 'ringLeft' | 'talk' | 'wrapUp' }): ReactElement {
  const seconds = useSessionTimer(sessionId)[of];
  return <time>{seconds !== null && clock(seconds)}</time>;
}

function Ringing({ session, text }: Words & { session: TCCCSession }): ReactElement {
  const { sessionId, kind } = session;
  const { accept, reject } = useSessionActions(sessionId);
  const name = nameOf(session, text.withheld);
  const place = 'callerLocation' in session && session.callerLocation;
  return (
    <li className="desk-ringing" aria-label={name}>
      <KindIcon kind={kind} />
      <div className="desk-who">
        <strong>{name}</strong>
        <p>{[text.kinds[kind], place].filter(Boolean).join(' · ')}</p>
      </div>
      <Clock sessionId={sessionId} of="ringLeft" />
      <div className="desk-actions">
        <Round action="answer" does={accept} text={text.actions.accept} />
        <Round action="hangUp" does={reject} text={text.actions.reject} />
      </div>
      {accept.error && <p role="alert">{accept.error.message}</p>}
    </li>
  );
}

/** The call that the agent is in. */
function Active({
  session,
  text,
}: Words & { session: NonNullable<ReturnType<typeof useActiveSession>> }): ReactElement {
  const { sessionId, kind, state, micMuted } = session;
  const { mute, unmute, hold, resume, hangUp } = useSessionActions(sessionId);
  const { actions } = text;
  return (
    <section className="desk-now" data-state={state}>
      <KindIcon kind={kind} />
      <div className="desk-who">
        <strong>{nameOf(session, text.withheld)}</strong>
        <p>{micMuted ? `${text.now[state]} · ${text.muted}` : text.now[state]}</p>
      </div>
      <Clock sessionId={sessionId} of="talk" />
      <div className="desk-actions">
        {micMuted ? (
          <Round action="unmute" does={unmute} text={actions.unmute} />
        ) : (
          <Round action="mute" does={mute} text={actions.mute} />
        )}
        <Round action="hold" does={hold} text={actions.hold} />
        <Round action="resume" does={resume} text={actions.resume} />
        <Round action="hangUp" does={hangUp} text={actions.hangUp} />
      </div>
    </section>
  );
}

/** The work after a call. Done, the call leaves the list and the next one may come. */
function WrapUp({ last, text }: Words & { last: Past }): ReactElement {
  const { remove } = useSessionActions(last.sessionId);
  const { setStatus } = useAgentStatus();
  const done = async (): Promise<void> => {
    if (remove.available) await remove.run();
    await setStatus('free');
  };
  return (
    <section className="desk-now" data-state="wrapUp">
      <KindIcon kind={last.kind} />
      <div className="desk-who">
        <strong>{last.name}</strong>
        <p>{text.now.wrapUp}</p>
      </div>
      <Clock sessionId={last.sessionId} of="wrapUp" />
      {/* What fails shows on the bar of errors. */}
      <button type="button" onClick={() => void done().catch(() => undefined)}>
        {text.done}
      </button>
    </section>
  );
}

/** The calls of one agent: who rings, who is talked to, the work after it, and who it was. */
export function CallDesk({ text }: Words): ReactElement {
  const incoming = useIncomingSessions();
  const active = useActiveSession();
  const { status } = useAgentStatus();
  const [past, setPast] = useState<readonly Past[]>([]);
  const getSnapshot = useTCCCGetSnapshot();
  const [last] = past;

  // Nothing has rendered since the event: only the snapshot has what it brought.
  useTCCCEvent('sessionEnded', ({ sessionId }) => {
    const { sessions } = getSnapshot();
    const session = sessions.find((one) => one.sessionId === sessionId);
    if (session?.state !== 'ended') return;
    const { kind, closeBy = '', duration } = session;
    const facts = [
      text.closedBy[closeBy] ?? closeBy,
      duration !== undefined && clock(Math.floor(duration)),
      text.stillWaiting(sessions.filter(isRinging).length),
    ];
    setPast([{ sessionId, kind, name: nameOf(session, text.withheld), facts }, ...past].slice(0, 5));
  });

  return (
    <div className="desk">
      {active ? (
        <Active key={active.sessionId} session={active} text={text} />
      ) : status === 'arrange' && last ? (
        <WrapUp key={last.sessionId} last={last} text={text} />
      ) : (
        <section className="desk-now" data-state="free">
          <p>{text.now.free}</p>
        </section>
      )}
      <header>
        <h3>{text.ringing}</h3>
        <Waiting text={text} />
      </header>
      <ul aria-label={text.ringing}>
        {incoming.map((session) => (
          <Ringing key={session.sessionId} session={session} text={text} />
        ))}
      </ul>
      <h3>{text.recent}</h3>
      {past.length === 0 && <p className="desk-none">{text.recentNone}</p>}
      <ol aria-label={text.recent}>
        {past.map(({ sessionId, kind, name, facts }) => (
          <li key={sessionId}>
            <KindIcon kind={kind} />
            <strong>{name}</strong>
            <p>{facts.filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
