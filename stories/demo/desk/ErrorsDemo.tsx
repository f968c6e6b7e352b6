import type { ReactElement } from 'react';

import { ErrorBar } from '../../examples/ErrorBar.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { SimulatorCard } from '../simulator/SimulatorCard.js';
import { Card } from '../ui.js';
import { FaultCard } from './FaultCard.js';
import { SessionList } from './SessionList.js';
import { useAgentKey } from './useAgentKey.js';

/** A bar of errors over a desk, and the switches for what shall fail. */
export function ErrorsDemo(): ReactElement {
  const agentKey = useAgentKey();
  const { desk } = useMessages();
  return (
    <DemoProvider agentKey={agentKey} timeouts={{ call: 1500 }} wish={{ sim: { wrapUp: 4, ringTimeout: 0 } }}>
      <div className="demo-columns demo-desk">
        <div className="demo-column">
          <Card title={desk.errors.component} className="demo-app">
            <ErrorBar text={desk.errors} />
          </Card>
          <SessionList />
        </div>
        <div className="demo-column">
          <FaultCard />
          <SimulatorCard groups={['ring', 'customer']} />
        </div>
      </div>
    </DemoProvider>
  );
}
