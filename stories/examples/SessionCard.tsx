import { type ReactElement, useState } from 'react';

import {
  type TCCCAction,
  type TCCCSession,
  type TCCCSessionAction,
  type TCCCSessionKind,
  type TCCCSessionState,
  type TCCCTransferTarget,
  useSession,
  useSessionActions,
  useSessionTimer,
} from '../../src/index.js';
import { KindIcon } from './KindIcon.js';
import { clock, nameOf } from './session-words.js';

/** The words of `<SessionCard>`, and where its sessions can be passed on to. */
export interface SessionCardText {
  kinds: Record<TCCCSessionKind, string>;
  states: Record<TCCCSessionState, string>;
  directions: Record<TCCCSession['direction'], string>;
  actions: Record<TCCCSessionAction, string>;
  /** Where a chat has other words. */
  chatActions: Partial<Record<TCCCSessionAction, string>>;
  withheld: string;
  ringLeft: (time: string) => string;
  hold: (time: string) => string;
  wrapUp: (time: string) => string;
  muted: string;
  cameraOff: string;
  attempt: (n: number) => string;
  targets: readonly { name: string; to: TCCCTransferTarget }[];
}

/** A component of its own, since it renders each second. */
function Clock({ session, text }: { session: TCCCSession; text: SessionCardText }): ReactElement {
  const { ringLeft, talk, hold, wrapUp } = useSessionTimer(session.sessionId);
  const worksAfter = session.state === 'ended' && session.kind !== 'im' ? wrapUp : null;
  return (
    <p className="session-clock">
      {ringLeft !== null && <span>{text.ringLeft(clock(ringLeft))}</span>}
      {hold !== null && <small>{text.hold(clock(hold))}</small>}
      {worksAfter !== null && <small>{text.wrapUp(clock(worksAfter))}</small>}
      {talk !== null && <time>{clock(talk)}</time>}
    </p>
  );
}

function Button({
  name,
  action,
  look,
}: {
  name: string;
  action: TCCCAction;
  look?: string;
}): ReactElement | null {
  if (!action.available && !action.pending) return null;
  // Pressed again while pending, it gets the same promise: nothing need be disabled.
  return (
    <button type="button" data-look={look} aria-busy={action.pending} onClick={() => void action.run()}>
      {name}
    </button>
  );
}

const KEYS = '1 2 3 4 5 6 7 8 9 * 0 #'.split(' ');

/** One session: who, its state, its time, and all that can be done with it now. */
export function SessionCard({
  sessionId,
  text,
  name: known,
}: {
  sessionId: string;
  text: SessionCardText;
  /** Where you know better than the session. */
  name?: string | undefined;
}): ReactElement | null {
  const session = useSession(sessionId);
  const actions = useSessionActions(sessionId);
  const [open, setOpen] = useState<'transfer' | 'sendDigits'>();
  if (!session) return null;

  const { kind, state, direction, attempt, micMuted, videoMuted } = session;
  const name = known ?? nameOf(session, text.withheld);
  const facts = [
    text.kinds[kind],
    text.directions[direction],
    'callerLocation' in session && session.callerLocation,
    'remark' in session && session.remark,
  ];
  const failed = Object.entries(actions) as [TCCCSessionAction, TCCCAction][];
  const label = (action: TCCCSessionAction): string =>
    (kind === 'im' && text.chatActions[action]) || text.actions[action];
  const button = (
    action: Exclude<TCCCSessionAction, 'transfer' | 'sendDigits'>,
    look?: string,
  ): ReactElement => <Button name={label(action)} action={actions[action]} {...(look && { look })} />;
  const opener = (action: 'transfer' | 'sendDigits'): ReactElement | false =>
    (actions[action].available || actions[action].pending) && (
      <button
        type="button"
        aria-expanded={open === action}
        aria-busy={actions[action].pending}
        onClick={() => setOpen(open === action ? undefined : action)}
      >
        {label(action)}
      </button>
    );
  return (
    <article className="session" data-state={state} data-kind={kind} aria-label={name}>
      <KindIcon kind={kind} />
      <div className="session-who">
        <h3>{name}</h3>
        <p>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="session-now">
        <span className="session-state">{text.states[state]}</span>
        <Clock session={session} text={text} />
      </div>
      <ul className="session-flags">
        {attempt > 1 && <li>{text.attempt(attempt)}</li>}
        {micMuted && <li>{text.muted}</li>}
        {videoMuted && <li>{text.cameraOff}</li>}
      </ul>
      <div className="session-actions">
        {button('accept', 'good')}
        {button('reject', 'bad')}
        {micMuted ? button('unmute') : button('mute')}
        {videoMuted ? button('unmuteVideo') : button('muteVideo')}
        {button('hold')}
        {button('resume')}
        {opener('sendDigits')}
        {opener('transfer')}
        {button('remove')}
        {button('hangUp', 'bad')}
      </div>
      {open === 'sendDigits' && actions.sendDigits.available && (
        <div className="session-keys">
          {KEYS.map((key) => (
            <button key={key} type="button" onClick={() => void actions.sendDigits.run(key)}>
              {key}
            </button>
          ))}
        </div>
      )}
      {open === 'transfer' && actions.transfer.available && (
        <div className="session-targets">
          {text.targets.map((target) => (
            <button key={target.name} type="button" onClick={() => void actions.transfer.run(target.to)}>
              {target.name}
            </button>
          ))}
        </div>
      )}
      {failed.map(
        ([action, { error }]) =>
          error && (
            <p key={action} className="session-error" role="alert" data-action={action}>
              <strong>{label(action)}</strong> <code>{error.code}</code> {error.message}
            </p>
          ),
      )}
    </article>
  );
}
