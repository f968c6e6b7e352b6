import type { ReactElement } from 'react';

import { useSessions, useTCCC } from '../../../src/index.js';
import { SessionCard } from '../../examples/SessionCard.js';
import { useMessages } from '../messages/index.js';
import { Card, Empty } from '../ui.js';

/** Every session there is, those that ring or talk first in the eye, and what can be done with each. */
export function SessionList({ aside }: { aside?: ReactElement }): ReactElement {
  const { desk, connection } = useMessages();
  const { status } = useTCCC();
  const sessions = useSessions();
  return (
    <Card title={desk.sessions.list} className="demo-sessions-card" aside={aside}>
      {sessions.length === 0 && (
        <Empty>{status === 'ready' ? desk.sessions.empty : connection.status[status]}</Empty>
      )}
      <ul className="session-list">
        {sessions.map(({ sessionId }) => (
          <li key={sessionId}>
            <SessionCard sessionId={sessionId} text={desk.sessions} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
