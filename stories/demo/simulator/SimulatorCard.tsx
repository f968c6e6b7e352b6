import { type ReactElement, useState } from 'react';

import { useTCCC } from '../../../src/index.js';
import type { Simulator, SimulatorSessionState, SimulatorStatus } from '../../../src/simulator/index.js';
import { useMessages } from '../messages/index.js';
import { Button, Card, Empty, Pill, type Tone } from '../ui.js';
import { type Control, type ControlGroup, controlsOf } from './controls.js';
import { useSimulator } from './useSimulator.js';

const AGENT_TONES: Record<SimulatorStatus, Tone> = {
  offline: 'neutral',
  free: 'good',
  busy: 'info',
  arrange: 'info',
  notReady: 'warn',
  rest: 'warn',
};
const SESSION_TONES: Record<SimulatorSessionState, Tone> = {
  offered: 'warn',
  dialing: 'warn',
  connected: 'good',
  held: 'info',
  ended: 'neutral',
  lost: 'neutral',
  transferred: 'neutral',
};

function Sessions({ simulator }: { simulator: Simulator }): ReactElement {
  const { simulator: text } = useMessages();
  return (
    <div className="demo-sessions">
      <h3>{text.sessions}</h3>
      {simulator.sessions.length === 0 ? (
        <p className="demo-hint">{text.sessionsEmpty}</p>
      ) : (
        <ul>
          {simulator.sessions.map(({ sessionId, kind, peer, state }) => (
            <li key={sessionId}>
              <span className="demo-hint">{text.kinds[kind]}</span>
              <span className="demo-peer demo-number">{peer}</span>
              <Pill tone={SESSION_TONES[state]}>{text.states[state]}</Pill>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The simulator's controls: the customer, the cloud, and the agent's own moves. */
export function SimulatorCard({
  groups = ['ring', 'customer', 'cloud', 'agent'],
}: {
  groups?: readonly ControlGroup[];
}): ReactElement {
  const { simulator: text } = useMessages();
  const tccc = useTCCC();
  const simulator = useSimulator();
  const [refusal, setRefusal] = useState('');

  const press = async ({ act }: Control): Promise<void> => {
    setRefusal('');
    try {
      await act();
    } catch (error) {
      // What the service would refuse, in its own words.
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <Card
      title={text.title}
      hint={text.hint}
      className="demo-simulator"
      aside={
        simulator && (
          <span data-testid="agent-status" data-status={simulator.agent.status}>
            <Pill tone={AGENT_TONES[simulator.agent.status]}>{text.statuses[simulator.agent.status]}</Pill>
          </span>
        )
      }
    >
      {simulator && tccc.status === 'ready' ? (
        <>
          {groups.map((group) => (
            <div key={group} className="demo-group" role="group" aria-label={text[group]}>
              <span className="demo-group-name" aria-hidden="true">
                {text[group]}
              </span>
              <div className="demo-group-buttons">
                {controlsOf(group, simulator, tccc.sdk, text).map((control) => (
                  <Button key={control.name} disabled={!control.fits} onClick={() => void press(control)}>
                    {control.name}
                  </Button>
                ))}
              </div>
            </div>
          ))}
          <p className="demo-refusal" role="status">
            {refusal}
          </p>
          <Sessions simulator={simulator} />
        </>
      ) : (
        <Empty>{text.notReady}</Empty>
      )}
    </Card>
  );
}
