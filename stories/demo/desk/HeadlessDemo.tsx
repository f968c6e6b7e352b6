import type { ReactElement } from 'react';

import { OwnDesk } from '../../examples/OwnDesk.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { SimulatorCard } from '../simulator/SimulatorCard.js';
import { Card } from '../ui.js';
import { useAgentKey } from './useAgentKey.js';
import { VendorFacts } from './VendorFacts.js';

/** An interface of one's own, beside what becomes of the vendor's. */
export function HeadlessDemo(): ReactElement {
  const agentKey = useAgentKey();
  const { headless: text, desk } = useMessages();
  return (
    <DemoProvider
      agentKey={agentKey}
      headless
      // What hides the vendor's interface in other stories is not at work here.
      showWorkBenchAtFirstLogin={undefined}
      onReady={undefined}
      wish={{ sim: { wrapUp: 1, ringTimeout: 0 } }}
    >
      <div className="demo-columns vendor-page">
        <div className="demo-column">
          <Card title={text.component} className="demo-app">
            <OwnDesk text={text} card={desk.sessions} />
          </Card>
        </div>
        <div className="demo-column">
          <VendorFacts />
          <SimulatorCard groups={['ring', 'customer']} />
        </div>
      </div>
    </DemoProvider>
  );
}
