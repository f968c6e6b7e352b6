import type { ReactElement, ReactNode } from 'react';

import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { useAgentKey } from '../desk/useAgentKey.js';
import { DemoProvider } from '../DemoProvider.js';
import type { ControlGroup } from '../simulator/controls.js';
import { SimulatorCard } from '../simulator/SimulatorCard.js';
import { Card } from '../ui.js';

/** A component of the app beside the simulator that plays everybody else. */
export function CallDemo({
  title,
  groups,
  aside,
  sim,
  children,
}: {
  title: string;
  groups: readonly ControlGroup[];
  aside?: ReactNode;
  sim?: SimulatorOptions;
  children: ReactNode;
}): ReactElement {
  const agentKey = useAgentKey();
  return (
    <DemoProvider agentKey={agentKey} wish={{ sim: { wrapUp: 4, ...sim } }}>
      <div className="demo-columns">
        <div className="demo-column">
          <Card title={title} className="demo-app" aside={aside}>
            {children}
          </Card>
        </div>
        <div className="demo-column">
          <SimulatorCard groups={groups} />
        </div>
      </div>
    </DemoProvider>
  );
}
