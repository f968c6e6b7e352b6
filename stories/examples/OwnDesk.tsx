import type { ReactElement } from 'react';

import { useSessions } from '../../src/index.js';
import { SessionCard, type SessionCardText } from './SessionCard.js';

/** The words of `<OwnDesk>`. */
export interface OwnDeskText {
  none: string;
  /** Where the rest of such a session is. */
  elsewhere: Record<'im' | 'video', string>;
}

/**
 * All that an agent needs for calls, inside `<TCCCProvider headless>`. Text and picture of a chat and of a video
 * call exist only in the vendor's workbench, which the provider shows while there is one.
 */
export function OwnDesk({ text, card }: { text: OwnDeskText; card: SessionCardText }): ReactElement {
  const sessions = useSessions(({ state }) => ['offered', 'dialing', 'connected', 'held'].includes(state));
  if (sessions.length === 0) return <p className="own-none">{text.none}</p>;
  return (
    <ul className="session-list">
      {sessions.map(({ sessionId, kind }) => (
        <li key={sessionId}>
          <SessionCard sessionId={sessionId} text={card} />
          {(kind === 'im' || kind === 'video') && <p className="own-elsewhere">{text.elsewhere[kind]}</p>}
        </li>
      ))}
    </ul>
  );
}
