import type { TCCCEventName } from '../sdk/event-names.js';
import type { TCCCSdk, TCCCUi } from '../sdk/vendor.js';
import { callNow } from './invoke.js';
import type { SimulatorMethod } from './methods.js';
import { agentPart, devicesPart } from './sdk-agent.js';
import { callPart } from './sdk-call.js';
import { chatPart, videoPart } from './sdk-media.js';
import type { SdkParts } from './sdk-parts.js';
import type { SimulatorUiState } from './ui.js';

/** Names as in src/sdk/event-names.ts, whose values this room does not import. */
const SIMULATOR_EVENTS = [
  'ready',
  'tokenExpired',
  'callIn',
  'userAccessed',
  'autoTransfer',
  'sessionEnded',
  'sessionCompleted',
  'callOuted',
  'calloutAccepted',
  'transfer',
  'statusChanged',
] as const satisfies readonly TCCCEventName[];

/** `tccc.UI`. Works before `ready` too, as an application relies on. */
function uiPart({ line, callee, ui }: SdkParts): TCCCUi {
  const setter = (method: SimulatorMethod, change: Partial<SimulatorUiState>) => (): void =>
    callNow(callee, method, [], () => ui.set(change), undefined, false);
  const result: TCCCUi = {
    hide: setter('UI.hide', { visible: false }),
    show: setter('UI.show', { visible: true }),
  };
  if (line.core.settings().profile === 'current') {
    result.showfloatButton = setter('UI.showfloatButton', { floatButton: true });
    result.hidefloatButton = setter('UI.hidefloatButton', { floatButton: false });
    result.showWorkbench = setter('UI.showWorkbench', { workbench: true });
    result.hideWorkbench = setter('UI.hideWorkbench', { workbench: false });
    result.mount = (...args: unknown[]) =>
      callNow(callee, 'UI.mount', args, () => undefined, undefined, false);
  }
  return result;
}

/** A new `window.tccc`. Which methods it has is decided by the profile and readings of this moment. */
export function createSdk(parts: SdkParts): TCCCSdk {
  const { line, callee, emitter, ui, counted } = parts;
  const { readings } = line.core.settings();
  const sdk: TCCCSdk = {
    on(name, listener) {
      counted('on');
      emitter.on(name, listener);
      line.core.changed();
      return sdk;
    },
    Call: callPart(parts),
    Chat: chatPart(parts),
    Video: videoPart(parts),
    Agent: agentPart(parts),
    Devices: devicesPart(parts),
    UI: uiPart(parts),
    overrideButtonConfig: (callback) =>
      callNow(
        callee,
        'overrideButtonConfig',
        [callback],
        () => {
          const config = callback({ active: ui.get().buttons.map((type) => ({ type })) });
          const active = (config as { active?: { type: string }[] }).active;
          if (active) ui.set({ buttons: active.map(({ type }) => type) });
        },
        undefined,
        false,
      ),
  };
  if (readings.off === 'present') {
    sdk.off = (name, listener) => {
      counted('off');
      emitter.off(name, listener);
      line.core.changed();
      return sdk;
    };
  }
  if (readings.eventNames === 'present') {
    sdk.events = Object.fromEntries(SIMULATOR_EVENTS.map((name) => [name, name]));
  }
  if (readings.skillGroups !== 'absent') {
    const groups = (): unknown => {
      const list = line.core.settings().skillGroups.map((group) => ({ ...group }));
      return readings.skillGroups === 'array' ? list : Promise.resolve(list);
    };
    sdk.Admin = { getSkillGroups: () => callNow(callee, 'Admin.getSkillGroups', [], groups, []) };
  }
  return sdk;
}
