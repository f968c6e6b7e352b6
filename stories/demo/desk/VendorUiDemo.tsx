import type { ReactElement } from 'react';

import { VendorUi } from '../../examples/VendorUi.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { Card } from '../ui.js';
import { useAgentKey } from './useAgentKey.js';
import { VendorFacts } from './VendorFacts.js';

/** The switches of the vendor's interface, beside what becomes of it. */
export function VendorUiDemo(): ReactElement {
  const agentKey = useAgentKey();
  const { vendorUi: text } = useMessages();
  return (
    <DemoProvider agentKey={agentKey}>
      <div className="demo-columns vendor-page">
        <div className="demo-column">
          <Card title={text.component} className="demo-app">
            <VendorUi text={text} />
          </Card>
        </div>
        <div className="demo-column">
          <VendorFacts buttons />
        </div>
      </div>
    </DemoProvider>
  );
}
