import { type ReactElement, useState } from 'react';

import { TCCCProvider, type TCCCProviderProps, useTCCC } from '../../../src/index.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { TOKEN_ENDPOINT } from '../service/place.js';
import { Button } from '../ui.js';
import { Boundary } from './Boundary.js';
import type { ScenarioId } from './scenarios.js';
import type { Via } from './useReports.js';

/** What the types exclude, as plain JavaScript would write it. */
const BOTH = {
  tokenEndpoint: TOKEN_ENDPOINT,
  fetchToken: () => Promise.reject(new Error('never asked')),
} as unknown as TCCCProviderProps;

function Orphan(): ReactElement {
  return <p>{useTCCC().status}</p>;
}

/** Faults of the app's own code that are thrown while rendering. */
export function MountFault({
  id,
  report,
}: {
  id: ScenarioId;
  report: (via: Via, error: unknown) => void;
}): ReactElement {
  const { errors } = useMessages();
  const [mounted, setMounted] = useState(false);
  return (
    <div className="demo-provoke">
      <Button look="main" onClick={() => setMounted(true)} disabled={mounted}>
        {errors.provoke}
      </Button>
      {mounted && (
        <Boundary onCaught={(error) => report('boundary', error)}>
          {id === 'config-invalid' && <TCCCProvider {...BOTH} />}
          {id === 'provider-missing' && <Orphan />}
          {id === 'provider-conflict' && <DemoProvider agentKey="another-agent" />}
        </Boundary>
      )}
    </div>
  );
}
