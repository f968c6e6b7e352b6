import type { ReactElement } from 'react';

import { type TCCCStatus, useTCCC } from '../../../src/index.js';
import { useMessages } from '../messages/index.js';
import { Button, Card, Pill, type Tone } from '../ui.js';
import { Notice } from './Notice.js';
import { Timeline } from './Timeline.js';
import type { LogEntry } from './useConnectionLog.js';

export const STATUS_TONES: Record<TCCCStatus, Tone> = {
  idle: 'neutral',
  'fetching-token': 'info',
  'loading-script': 'info',
  'logging-in': 'info',
  ready: 'good',
  error: 'bad',
};

/** What `useTCCC` says, live, and the three things that can be done about it. */
export function ConnectionCard({ log }: { log: readonly LogEntry[] }): ReactElement {
  const { connection: text } = useMessages();
  const tccc = useTCCC();
  const { status, attempt, retryAt } = tccc;
  return (
    <Card
      title={text.title}
      className="demo-connection"
      aside={
        <>
          {attempt > 0 && <span className="demo-hint demo-number">{text.attempt(attempt)}</span>}
          <span role="status" data-testid="status" data-status={status} data-attempt={attempt}>
            <Pill tone={STATUS_TONES[status]}>{text.status[status]}</Pill>
          </span>
        </>
      }
    >
      <Timeline snapshot={tccc} log={log} />
      <Notice snapshot={tccc} />
      <div className="demo-actions">
        <Button
          look="main"
          onClick={() => void tccc.connect().catch(() => undefined)}
          disabled={status !== 'idle'}
        >
          {text.connect}
        </Button>
        <Button
          onClick={() => void tccc.retry().catch(() => undefined)}
          disabled={status !== 'error' && !retryAt}
        >
          {text.retry}
        </Button>
        <Button onClick={() => void tccc.disconnect()} disabled={status === 'idle'}>
          {text.disconnect}
        </Button>
      </div>
    </Card>
  );
}
