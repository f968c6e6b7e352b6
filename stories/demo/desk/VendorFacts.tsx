import { type ReactElement, useSyncExternalStore } from 'react';

import { useMessages } from '../messages/index.js';
import { useSimulator } from '../simulator/useSimulator.js';
import { Card, Empty, Pill } from '../ui.js';

const nothing = (): (() => void) => () => undefined;

/** What the simulated interface shows, and which buttons its call bar has. */
export function VendorFacts({ buttons = false }: { buttons?: boolean }): ReactElement {
  const { vendorUi: text, simulator: words } = useMessages();
  const simulator = useSimulator();
  const ui = useSyncExternalStore(simulator?.subscribe ?? nothing, () => simulator?.ui);
  const facts = ui && [
    { name: text.all, shown: ui.visible, no: text.hidden },
    { name: text.workbench, shown: ui.visible && ui.workbench, no: text.hidden },
    { name: text.floatButton, shown: ui.visible && ui.floatButton, no: text.hidden },
    ...Object.entries(buttons ? text.buttonNames : {}).map(([type, name]) => ({
      name,
      type,
      shown: ui.buttons.includes(type),
      no: text.gone,
    })),
  ];
  return (
    <Card title={text.inFact} hint={text.inFactHint}>
      {!facts && <Empty>{words.notReady}</Empty>}
      {facts && (
        <dl className="vendor-facts">
          {facts.map(({ name, shown, no, ...button }) => (
            <div key={name} data-shown={shown}>
              <dt>
                {name} {'type' in button && <code>{button.type}</code>}
              </dt>
              <dd>
                <Pill tone={shown ? 'good' : 'neutral'}>{shown ? text.shown : no}</Pill>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
