import { type ReactElement, useState } from 'react';

import { useTCCCEvent } from '../../../src/index.js';
import { useMessages } from '../messages/index.js';
import { Button, Card, Empty, Pill } from '../ui.js';
import { EVENT_TONES, LOGGED_EVENTS, type LoggedEvent } from './names.js';

const KEPT = 60;

interface Entry {
  id: number;
  time: string;
  name: LoggedEvent;
  payload: unknown;
}

/** Listens to one event. A component a name, since hooks may not be called in a loop. */
function Listen({
  name,
  onEvent,
}: {
  name: LoggedEvent;
  onEvent: (name: LoggedEvent, payload: unknown) => void;
}): null {
  useTCCCEvent(name, (payload) => onEvent(name, payload));
  return null;
}

const clock = (): string => {
  const now = new Date();
  return `${now.toTimeString().slice(0, 8)}.${String(now.getMilliseconds()).padStart(3, '0')}`;
};

/** JSON that has places to wrap at. */
const spaced = (payload: unknown): string => JSON.stringify(payload, null, 1).replace(/\n */g, ' ');

/** Every event of the SDK as it comes, newest first. */
export function EventLog(): ReactElement {
  const { events: text } = useMessages();
  const [entries, setEntries] = useState<readonly Entry[]>([]);

  const onEvent = (name: LoggedEvent, payload: unknown): void => {
    const time = clock();
    setEntries((before) => [{ id: (before[0]?.id ?? 0) + 1, time, name, payload }, ...before].slice(0, KEPT));
  };

  return (
    <Card
      title={text.log}
      className="demo-events"
      aside={
        <Button onClick={() => setEntries([])} disabled={entries.length === 0}>
          {text.clear}
        </Button>
      }
    >
      {LOGGED_EVENTS.map((name) => (
        <Listen key={name} name={name} onEvent={onEvent} />
      ))}
      {entries.length === 0 && <Empty>{text.logEmpty}</Empty>}
      <div className="demo-event-list" role="log" aria-label={text.log} tabIndex={0}>
        <ol>
          {entries.map(({ id, time, name, payload }) => (
            <li key={id} data-event={name}>
              <span className="demo-hint demo-number">{time}</span>
              <Pill tone={EVENT_TONES[name]}>{text.names[name]}</Pill>
              <code className="demo-event-name">{name}</code>
              {payload !== undefined && <code className="demo-payload">{spaced(payload)}</code>}
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}
