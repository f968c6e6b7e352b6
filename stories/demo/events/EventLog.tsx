import { type ReactElement, useState } from 'react';

import { type TCCCEventName, useTCCCEvent } from '../../../src/index.js';
import { useMessages } from '../messages/index.js';
import { Button, Card, Empty, Pill, type Tone } from '../ui.js';

const TONES: Record<TCCCEventName, Tone> = {
  ready: 'good',
  tokenExpired: 'bad',
  callIn: 'warn',
  userAccessed: 'good',
  autoTransfer: 'neutral',
  sessionEnded: 'neutral',
  sessionCompleted: 'neutral',
  callOuted: 'info',
  calloutAccepted: 'good',
  transfer: 'info',
  statusChanged: 'info',
};
/** Every event that the vendor documents. */
const NAMES = Object.keys(TONES) as TCCCEventName[];
const KEPT = 60;

interface Entry {
  id: number;
  time: string;
  name: TCCCEventName;
  payload: unknown;
}

/** Listens to one event. A component a name, since hooks may not be called in a loop. */
function Listen({
  name,
  onEvent,
}: {
  name: TCCCEventName;
  onEvent: (name: TCCCEventName, payload: unknown) => void;
}): null {
  useTCCCEvent(name, (payload) => onEvent(name, payload));
  return null;
}

const clock = (): string => {
  const now = new Date();
  return `${now.toTimeString().slice(0, 8)}.${String(now.getMilliseconds()).padStart(3, '0')}`;
};

/** Every event of the SDK as it comes, newest first. */
export function EventLog(): ReactElement {
  const { events: text } = useMessages();
  const [entries, setEntries] = useState<readonly Entry[]>([]);

  const onEvent = (name: TCCCEventName, payload: unknown): void => {
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
      {NAMES.map((name) => (
        <Listen key={name} name={name} onEvent={onEvent} />
      ))}
      {entries.length === 0 && <Empty>{text.logEmpty}</Empty>}
      <ol className="demo-event-list" role="log" aria-label={text.log} tabIndex={0}>
        {entries.map(({ id, time, name, payload }) => (
          <li key={id} data-event={name}>
            <span className="demo-hint demo-number">{time}</span>
            <Pill tone={TONES[name]}>{text.names[name]}</Pill>
            <code className="demo-event-name">{name}</code>
            {payload !== undefined && <code className="demo-payload">{JSON.stringify(payload)}</code>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
