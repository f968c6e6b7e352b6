import { callSdk, type TCCCSdk } from '../../../src/index.js';
import type { Simulator, SimulatorSession, SimulatorSessionKind } from '../../../src/simulator/index.js';
import type { Messages } from '../messages/index.js';

/** One button: what it says, whether it makes sense now, what it does. */
export interface Control {
  name: string;
  fits: boolean;
  act: () => unknown;
}

/** Groups of buttons: who acts. */
export type ControlGroup = 'ring' | 'customer' | 'cloud' | 'agent';

const KINDS: readonly SimulatorSessionKind[] = ['phone', 'im', 'voip', 'video', 'internal'];
const LIVE = ['offered', 'dialing', 'connected', 'held'];

const newest = (simulator: Simulator, states: readonly string[]): SimulatorSession | undefined =>
  simulator.sessions.findLast(({ state }) => states.includes(state));

/** The agent's side of the SDK for a kind of session. */
function accept(sdk: TCCCSdk, { kind, sessionId }: SimulatorSession): Promise<unknown> {
  const part = kind === 'im' ? sdk.Chat : kind === 'video' ? sdk.Video : sdk.Call;
  return callSdk(() => part.accept({ sessionId }));
}

function hangUp(sdk: TCCCSdk, { kind, sessionId }: SimulatorSession): Promise<unknown> {
  if (kind === 'im') return callSdk(() => sdk.Chat.end({ sessionId }));
  if (kind === 'video') return callSdk(() => sdk.Video.end({ sessionId }));
  return callSdk(() => sdk.Call.hungUp({ sessionId }));
}

/** Every button of a group, as things stand. */
export function controlsOf(
  group: ControlGroup,
  simulator: Simulator,
  sdk: TCCCSdk,
  text: Messages['simulator'],
): Control[] {
  const { customer } = simulator;
  const dialing = newest(simulator, ['dialing']);
  const live = newest(simulator, LIVE);
  const offered = newest(simulator, ['offered']);
  const over = newest(simulator, ['ended', 'lost', 'transferred']);
  const online = simulator.agent.status !== 'offline';
  switch (group) {
    case 'ring':
      return KINDS.map((type) => ({
        name: text.kinds[type],
        fits: online,
        act: () => simulator.ring({ type }),
      }));
    case 'customer':
      return [
        { name: text.answer, fits: !!dialing, act: () => customer.answer() },
        { name: text.refuse, fits: !!dialing, act: () => customer.refuse() },
        { name: text.stayAway, fits: !!dialing, act: () => customer.stayAway() },
        { name: text.hangUp, fits: !!live && !dialing, act: () => customer.hangUp() },
      ];
    case 'cloud':
      return [
        { name: text.transferIn, fits: online, act: () => simulator.transferIn() },
        { name: text.setBusy, fits: online, act: () => simulator.setStatusRemotely('notReady') },
        { name: text.forceOffline, fits: online, act: () => simulator.forceOffline() },
      ];
    case 'agent':
      return [
        { name: text.online, fits: !online, act: () => sdk.Agent.online() },
        {
          name: text.dial,
          fits: online && !live,
          act: () => callSdk(() => sdk.Call.startOutboundCall({ phoneNumber: '10010' })),
        },
        { name: text.accept, fits: !!offered, act: () => offered && accept(sdk, offered) },
        { name: text.agentHangUp, fits: !!live && !offered, act: () => live && hangUp(sdk, live) },
        {
          name: text.done,
          fits: !!over,
          act: () => over && callSdk(() => sdk.Call.deleteCall({ sessionId: over.sessionId })),
        },
      ];
  }
}
