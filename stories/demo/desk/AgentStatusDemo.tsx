import type { ReactElement } from 'react';

import { AgentStatus } from '../../examples/AgentStatus.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { SimulatorCard } from '../simulator/SimulatorCard.js';
import { Card } from '../ui.js';
import { useAgentKey } from './useAgentKey.js';

/** The agent's status, beside the cloud that may change it. */
export function AgentStatusDemo(): ReactElement {
  const agentKey = useAgentKey();
  const { desk } = useMessages();
  return (
    <DemoProvider agentKey={agentKey} wish={{ sim: { wrapUp: 8 } }}>
      <div className="demo-columns">
        <div className="demo-column">
          <Card title={desk.agent.component} className="demo-app">
            <AgentStatus text={desk.agent} />
          </Card>
        </div>
        <div className="demo-column">
          <SimulatorCard />
        </div>
      </div>
    </DemoProvider>
  );
}
