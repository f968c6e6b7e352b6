import { type ReactElement, useSyncExternalStore } from 'react';

import { VendorUi } from '../../examples/VendorUi.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { useSimulator } from '../simulator/useSimulator.js';
import { Card, Empty, Pill } from '../ui.js';
import { useAgentKey } from './useAgentKey.js';

/** What the simulated interface shows. */
function InFact(): ReactElement {
  const { vendorUi: text, simulator: words } = useMessages();
  const simulator = useSimulator();
  const ui = useSyncExternalStore(simulator?.subscribe ?? (() => () => undefined), () => simulator?.ui);
  if (!ui) return <Empty>{words.notReady}</Empty>;
  const facts = [
    [text.all, ui.visible],
    [text.workbench, ui.visible && ui.workbench],
    [text.floatButton, ui.visible && ui.floatButton],
  ] as const;
  return (
    <dl className="vendor-facts">
      {facts.map(([name, shown]) => (
        <div key={name} data-shown={shown}>
          <dt>{name}</dt>
          <dd>
            <Pill tone={shown ? 'good' : 'neutral'}>{shown ? text.shown : text.hidden}</Pill>
          </dd>
        </div>
      ))}
      {Object.entries(text.buttonNames).map(([type, name]) => (
        <div key={type} data-shown={ui.buttons.includes(type)}>
          <dt>
            {name} <code>{type}</code>
          </dt>
          <dd>
            <Pill tone={ui.buttons.includes(type) ? 'good' : 'neutral'}>
              {ui.buttons.includes(type) ? text.shown : text.gone}
            </Pill>
          </dd>
        </div>
      ))}
    </dl>
  );
}

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
          <Card title={text.inFact} hint={text.inFactHint}>
            <InFact />
          </Card>
        </div>
      </div>
    </DemoProvider>
  );
}
