import { type ReactElement, useState } from 'react';

import { useMessages } from '../messages/index.js';
import { Button } from '../ui.js';
import { ErrorDemo } from './ErrorDemo.js';
import { SCENARIO_IDS, type ScenarioId } from './scenarios.js';

/** Every fault to choose from, and the connection that meets it. */
export function FaultPicker({ initial = 'none' }: { initial?: ScenarioId | 'none' }): ReactElement {
  const { errors } = useMessages();
  const [choice, setChoice] = useState({ id: initial, run: 0 });
  return (
    <ErrorDemo
      {...choice}
      title={errors.choose}
      aside={
        <>
          <select
            className="demo-select"
            aria-label={errors.choose}
            value={choice.id}
            onChange={({ target }) =>
              setChoice({ id: target.value as ScenarioId | 'none', run: choice.run + 1 })
            }
          >
            <option value="none">{errors.none}</option>
            {SCENARIO_IDS.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
          <Button onClick={() => setChoice({ ...choice, run: choice.run + 1 })}>{errors.run}</Button>
        </>
      }
    />
  );
}
