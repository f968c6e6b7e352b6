import type { ReactElement, ReactNode } from 'react';

import { DemoProvider } from '../DemoProvider.js';
import type { ControlGroup } from '../simulator/controls.js';
import { SimulatorCard } from '../simulator/SimulatorCard.js';
import { Card } from '../ui.js';

/** A component of the app beside the simulator that plays everybody else. */
export function CallDemo({
  title,
  groups,
  children,
}: {
  title: string;
  groups: readonly ControlGroup[];
  children: ReactNode;
}): ReactElement {
  return (
    <DemoProvider agentKey="calls" wish={{ sim: { wrapUp: 4 } }}>
      <div className="demo-columns">
        <div className="demo-column">
          <Card title={title} className="demo-app">
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
