import { type ReactElement, useEffect, useState } from 'react';

import { getSimulator, type Simulator } from '../../../src/simulator/index.js';
import { useMessages } from '../messages/index.js';
import { useSimulator } from '../simulator/useSimulator.js';
import { Button, Card } from '../ui.js';

/** What the simulated service does wrong, by name. */
export type FaultName = 'accept' | 'hold' | 'transfer';

const FAULTS: Record<FaultName, (simulator: Simulator) => void> = {
  accept: (simulator) =>
    simulator.fail('Call.accept', { errorMsg: 'FailedOperation.SeatStatusBusy', mode: 'resolve' }),
  hold: (simulator) => simulator.fail('Call.hold', { errorMsg: 'FailedOperation.SessionNotInControlState' }),
  transfer: (simulator) => simulator.never('Call.transfer'),
};
const METHODS = { accept: 'Call.accept', hold: 'Call.hold', transfer: 'Call.transfer' } as const;

/** Switches for what shall fail. */
export function FaultCard(): ReactElement {
  const { desk } = useMessages();
  const { errors: text } = desk;
  const simulator = useSimulator();
  const [on, setOn] = useState<readonly FaultName[]>(['hold', 'transfer']);

  // The simulator does what the switches say.
  useEffect(() => {
    for (const name of Object.keys(FAULTS) as FaultName[]) {
      if (!simulator) break;
      simulator.restore(METHODS[name]);
      if (on.includes(name)) FAULTS[name](simulator);
    }
  }, [simulator, on]);

  // Its faults outlive its script.
  useEffect(() => () => getSimulator()?.restore(), []);

  return (
    <Card title={text.faults} hint={text.faultsHint}>
      <fieldset className="demo-options">
        <legend>{text.faultsLegend}</legend>
        {(Object.keys(FAULTS) as FaultName[]).map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={on.includes(name)}
              onChange={({ target }) =>
                setOn(target.checked ? [...on, name] : on.filter((other) => other !== name))
              }
            />
            {text.faultNames[name]}
          </label>
        ))}
      </fieldset>
      <div className="demo-actions">
        <Button disabled={!simulator} onClick={() => simulator?.emit('userAccessed', { sessionId: '' })}>
          {text.malformed}
        </Button>
      </div>
    </Card>
  );
}
