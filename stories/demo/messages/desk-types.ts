import type { AgentStatusText } from '../../examples/AgentStatus.js';
import type { DevicesText } from '../../examples/Devices.js';
import type { ErrorBarText } from '../../examples/ErrorBar.js';
import type { SessionCardText } from '../../examples/SessionCard.js';
import type { FaultName } from '../desk/FaultCard.js';
import type { Media } from '../desk/pretend-media.js';

interface PageText {
  title: string;
  intro: string;
}

/** The words of the stories about sessions, agent, devices and errors. */
export interface DeskMessages {
  sessions: PageText &
    SessionCardText & {
      list: string;
      empty: string;
      ringAll: string;
      callers: Record<'place' | 'im' | 'voip' | 'video' | 'internal', string>;
    };
  agent: PageText & AgentStatusText & { component: string };
  devices: PageText &
    DevicesText & {
      component: string;
      browser: string;
      browserHint: string;
      microphoneIs: string;
      media: Record<Media, string>;
      plug: string;
      unplug: string;
    };
  errors: PageText &
    ErrorBarText & {
      component: string;
      faults: string;
      faultsHint: string;
      faultsLegend: string;
      faultNames: Record<FaultName, string>;
      malformed: string;
    };
  thinking: {
    diagram: string;
    none: string;
    to: string;
    illegal: string;
    pick: string;
    renders: readonly { hook: string; when: string }[];
  };
}
