import type { ReactElement } from 'react';

import type { SimulatorRing } from '../../../src/simulator/index.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { SimulatorCard } from '../simulator/SimulatorCard.js';
import { useSimulator } from '../simulator/useSimulator.js';
import { Button } from '../ui.js';
import { SessionList } from './SessionList.js';
import { useAgentKey } from './useAgentKey.js';

/** One of each kind, whatever the agent does: a service would not assign them all at once. */
function RingAll(): ReactElement {
  const { desk } = useMessages();
  const simulator = useSimulator();
  const { callers } = desk.sessions;
  const ring = (fields: SimulatorRing): void => void simulator?.ring({ timeout: 90, force: true, ...fields });
  return (
    <Button
      look="main"
      disabled={!simulator}
      onClick={() => {
        ring({ type: 'phone', callerLocation: callers.place });
        ring({ type: 'im', nickname: callers.im });
        ring({ type: 'voip', nickname: callers.voip });
        ring({ type: 'video', nickname: callers.video });
        ring({ type: 'internal', peerUserId: callers.internal });
      }}
    >
      {desk.sessions.ringAll}
    </Button>
  );
}

/** The sessions of an agent, with the simulator's controls beside them. */
export function SessionsDemo(): ReactElement {
  const agentKey = useAgentKey();
  return (
    <DemoProvider agentKey={agentKey} wish={{ sim: { wrapUp: 20 } }}>
      <div className="demo-columns demo-desk">
        <div className="demo-column">
          <SessionList aside={<RingAll />} />
        </div>
        <div className="demo-column">
          <SimulatorCard />
        </div>
      </div>
    </DemoProvider>
  );
}
