import type { CallDeskText } from '../../examples/CallDesk.js';
import type { OutboundCallText } from '../../examples/OutboundCall.js';
import type { OwnDeskText } from '../../examples/OwnDesk.js';
import type { VendorUiText } from '../../examples/VendorUi.js';
import type { SimulatorSkillGroup } from '../../../src/simulator/index.js';

interface PageText {
  title: string;
  intro: string;
  component: string;
}

/** The words of the stories about dialling, the desk and the vendor's interface. */
export interface CallMessages {
  outbound: PageText & OutboundCallText & { skillGroups: readonly SimulatorSkillGroup[] };
  callDesk: PageText & CallDeskText & { ringThree: string };
  vendorUi: PageText &
    VendorUiText & {
      inFact: string;
      inFactHint: string;
      shown: string;
      hidden: string;
      callBar: string;
      gone: string;
    };
  headless: PageText & OwnDeskText;
}
