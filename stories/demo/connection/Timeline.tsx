import type { ReactElement } from 'react';

import type { TCCCSnapshot } from '../../../src/index.js';
import { useMessages } from '../messages/index.js';
import { STEPS, type StepName, stepStates } from './steps.js';
import { durationsOf, type LogEntry } from './useConnectionLog.js';
import { runTime, useTicking } from './useTicking.js';

const ms = (value: number): string => `${Math.max(0, Math.round(value))} ms`;

/** The steps of a connect, live: how far each is, and how long it took. */
export function Timeline({
  snapshot,
  log,
}: {
  snapshot: TCCCSnapshot;
  log: readonly LogEntry[];
}): ReactElement {
  const { connection } = useMessages();
  const states = stepStates(snapshot);
  const since = log.at(-1)?.at ?? 0;
  const busy = Object.values(states).includes('active');
  const now = useTicking(busy, runTime);
  const durations = { ready: undefined, ...durationsOf(log) };
  const sum = (durations.token ?? 0) + (durations.script ?? 0) + (durations.login ?? 0);
  const running = busy ? Math.max(0, now - since) : 0;
  const longest = Math.max(durations.token ?? 0, durations.script ?? 0, durations.login ?? 0, running, 1);

  const time = (name: StepName): string => {
    if (name === 'ready') return snapshot.status === 'ready' ? `${connection.total} ${ms(sum)}` : '';
    if (states[name] === 'active') return ms(running);
    if (states[name] === 'waiting') return connection.waiting;
    const taken = durations[name];
    if (states[name] === 'todo') return '';
    return taken === undefined ? (states[name] === 'failed' ? connection.failed : '') : ms(taken);
  };
  const width = (name: StepName): number => {
    const taken = states[name] === 'active' ? running : states[name] === 'todo' ? 0 : durations[name];
    return ((taken ?? 0) / longest) * 100;
  };

  return (
    <ol className="demo-steps" aria-label={connection.timeline}>
      {STEPS.map((name) => (
        <li key={name} data-step={name} data-state={states[name]}>
          <span className="demo-mark" aria-hidden="true" />
          <span className="demo-step-name">
            <strong>{connection.steps[name]}</strong>
            <small>{connection.hints[name]}</small>
          </span>
          <span className="demo-bar" aria-hidden="true">
            {name !== 'ready' && <i style={{ inlineSize: `${width(name)}%` }} />}
          </span>
          <span className="demo-time">{time(name)}</span>
        </li>
      ))}
    </ol>
  );
}
