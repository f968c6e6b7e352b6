import type { ReactElement } from 'react';

import type { TCCCError, TCCCSnapshot } from '../../../src/index.js';
import { useMessages } from '../messages/index.js';
import { useTicking, wallTime } from './useTicking.js';

/** An error: its code, its words, its details. */
export function ErrorBox({ error, title }: { error: TCCCError; title?: string | undefined }): ReactElement {
  const details = Object.entries(error.details).filter(([, value]) => value !== undefined);
  return (
    <div className="demo-error">
      {title && <p className="demo-hint">{title}</p>}
      <p>
        <code className="demo-tag">{error.code}</code> <span>{error.message}</span>
      </p>
      {details.length > 0 && (
        <p className="demo-details">
          {details.map(([name, value]) => (
            <code key={name}>
              {name}: {JSON.stringify(value)}
            </code>
          ))}
        </p>
      )}
    </div>
  );
}

function Countdown({ until }: { until: number }): ReactElement {
  const { connection } = useMessages();
  const now = useTicking(true, wallTime);
  return (
    <p className="demo-countdown" data-testid="countdown">
      {connection.retryIn((Math.max(0, until - now) / 1000).toFixed(1))}
    </p>
  );
}

/** What is wrong, or was wrong in the attempt before, and when the next one starts. */
export function Notice({ snapshot }: { snapshot: TCCCSnapshot }): ReactElement | null {
  const { connection } = useMessages();
  const { error, lastError, retryAt } = snapshot;
  if (!error && !lastError) return null;
  return (
    <div className="demo-notice" data-tone={error ? 'bad' : 'warn'}>
      {error && <ErrorBox error={error} />}
      {lastError && <ErrorBox error={lastError} title={connection.lastError} />}
      {retryAt !== null && <Countdown until={retryAt} />}
    </div>
  );
}
