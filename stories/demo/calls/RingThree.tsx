import type { ReactElement } from 'react';

import { useMessages } from '../messages/index.js';
import { useSimulator } from '../simulator/useSimulator.js';
import { Button } from '../ui.js';

/** Three calls at once, whatever the agent does: a service would assign them one by one. */
export function RingThree(): ReactElement {
  const { callDesk, desk } = useMessages();
  const simulator = useSimulator();
  const { callers } = desk.sessions;
  const common = { timeout: 90, force: true };
  return (
    <Button
      look="main"
      disabled={!simulator}
      onClick={() => {
        simulator?.ring({ ...common, type: 'phone', callerLocation: callers.place });
        simulator?.ring({ ...common, type: 'voip', nickname: callers.voip });
        simulator?.ring({ ...common, type: 'internal', peerUserId: callers.internal });
      }}
    >
      {callDesk.ringThree}
    </Button>
  );
}
