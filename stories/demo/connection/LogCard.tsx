import type { ReactElement } from 'react';

import { useMessages } from '../messages/index.js';
import { Card, Empty, Pill } from '../ui.js';
import { STATUS_TONES } from './ConnectionCard.js';
import type { LogEntry } from './useConnectionLog.js';

/** Every snapshot that `onStatusChange` was called with. */
export function LogCard({ log }: { log: readonly LogEntry[] }): ReactElement {
  const { connection: text } = useMessages();
  const start = log[0]?.at ?? 0;
  return (
    <Card title={text.log} hint={text.logHint} className="demo-log-card">
      {log.length === 0 ? (
        <Empty>{text.logEmpty}</Empty>
      ) : (
        <div className="demo-scroll" role="group" aria-label={text.log} tabIndex={0}>
          <table className="demo-table">
            <thead>
              <tr>
                <th scope="col">{text.at}</th>
                <th scope="col">{text.statusColumn}</th>
                <th scope="col">{text.attemptColumn}</th>
                <th scope="col">{text.codeColumn}</th>
              </tr>
            </thead>
            <tbody>
              {log.map(({ id, at, snapshot: { status, attempt, error, lastError } }) => {
                const code = (error ?? lastError)?.code;
                return (
                  <tr key={id}>
                    <td className="demo-number">+{Math.round(at - start)} ms</td>
                    <td>
                      <Pill tone={STATUS_TONES[status]}>{text.status[status]}</Pill>
                    </td>
                    <td className="demo-number">{attempt || '–'}</td>
                    <td>{code ? <code>{code}</code> : '–'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
