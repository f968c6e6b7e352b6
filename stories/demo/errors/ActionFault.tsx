import { type ReactElement, useState } from 'react';

import {
  callSdk,
  useAgentStatus,
  useSessionActions,
  useTCCC,
  useTCCCEvent,
  useTCCCGetSnapshot,
} from '../../../src/index.js';
import { getSimulator } from '../../../src/simulator/index.js';
import { useMessages } from '../messages/index.js';
import { Button } from '../ui.js';
import type { ScenarioId } from './scenarios.js';
import type { Via } from './useReports.js';

function FailingHandler(): ReactElement {
  const { errors } = useMessages();
  const [heard, setHeard] = useState(0);
  useTCCCEvent('callIn', () => {
    throw new TypeError('customer is undefined');
  });
  useTCCCEvent('callIn', () => setHeard((count) => count + 1));
  return (
    <p className="demo-hint" data-testid="heard">
      {errors.stillHeard(heard)}
    </p>
  );
}

/** Faults that come of what the app does once it is connected. */
export function ActionFault({
  id,
  report,
}: {
  id: ScenarioId;
  report: (via: Via, error: unknown) => void;
}): ReactElement {
  const { errors } = useMessages();
  const tccc = useTCCC();
  const { setStatus } = useAgentStatus();
  const { accept } = useSessionActions('no-such-session');
  const getSnapshot = useTCCCGetSnapshot();

  const provoke = async (): Promise<void> => {
    try {
      if (tccc.status !== 'ready') return;
      if (id === 'handler-failed') getSimulator()?.ring({ force: true });
      if (id === 'sdk-call-failed') {
        await callSdk(() => tccc.sdk.Call.accept({ sessionId: 'no-such-session' }));
      }
      if (id === 'aborted') {
        await tccc.disconnect({ force: true });
        setTimeout(() => void tccc.disconnect({ force: true }), 100);
        await tccc.connect();
      }
      if (id === 'sdk-call-timeout') {
        getSimulator()?.never('Agent.setStatus');
        await setStatus('rest');
      }
      if (id === 'not-ready') {
        await tccc.disconnect({ force: true });
        await setStatus('rest');
      }
      if (id === 'action-unavailable') await accept.run();
      if (id === 'session-live') {
        const simulator = getSimulator();
        if (simulator?.agent.status !== 'busy') simulator?.agentUi.answer(simulator.ring({ force: true }));
        await tccc.disconnect();
      }
      if (id === 'malformed-event') {
        getSimulator()?.emit('callIn', {});
        report('useTCCCErrors', getSnapshot().errors.at(-1));
      }
    } catch (error) {
      report('promise', error);
    }
    getSimulator()?.restore();
  };

  return (
    <div className="demo-provoke">
      <Button look="main" onClick={() => void provoke()} disabled={tccc.status !== 'ready'}>
        {errors.provoke}
      </Button>
      {id === 'handler-failed' && <FailingHandler />}
    </div>
  );
}
