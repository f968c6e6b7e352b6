import { type ReactElement, useState } from 'react';

import { ConnectionDemo } from '../connection/ConnectionDemo.js';
import { useMessages } from '../messages/index.js';
import { useSimulator } from '../simulator/useSimulator.js';
import { Card } from '../ui.js';

/** The agents of the demo; `null`: nobody is signed in. */
const AGENTS = ['anna', 'ben', null] as const;
type AgentName = (typeof AGENTS)[number];

function AccountCard(): ReactElement {
  const { agents } = useMessages();
  const account = useSimulator()?.agent.userId;
  return (
    <Card title={agents.account}>
      <p className="demo-big" data-testid="account">
        {account ?? agents.accountNone}
      </p>
      <p className="demo-hint">{agents.note}</p>
    </Card>
  );
}

/** Who is signed in may change; the connection changes with it. */
export function AgentDemo(): ReactElement {
  const { agents } = useMessages();
  const [agent, setAgent] = useState<AgentName>('anna');
  return (
    <>
      <fieldset className="demo-card demo-choice">
        <legend>{agents.choose}</legend>
        {AGENTS.map((name) => (
          <label key={name}>
            <input type="radio" name="agent" checked={agent === name} onChange={() => setAgent(name)} />
            {name ? agents.names[name] : agents.nobody}
          </label>
        ))}
      </fieldset>
      <ConnectionDemo agentKey={agent} wish={{ userId: `${agent}@example.com` }} side={<AccountCard />} />
    </>
  );
}
