import type { TCCCAgent, TCCCAgentStatus, TCCCDevices, TCCCSettableStatus } from '../sdk/vendor.js';
import type { AgentMachine } from './agent.js';
import { spread } from './core.js';
import { lose } from './ending.js';
import { callNow, callService } from './invoke.js';
import type { Line } from './line.js';
import { service, type SdkParts } from './sdk-parts.js';

/** The status in the words that the readings choose. */
function statusName({ core, agent }: Line): TCCCAgentStatus {
  const { arrangeName, offlineStatus } = core.settings().readings;
  const status = agent.status();
  if (status === 'arrange') return arrangeName;
  if (status === 'offline' && offlineStatus === 'absent') return undefined as unknown as TCCCAgentStatus;
  return status;
}

/** The agent goes offline; what rings goes elsewhere. */
export function goOffline(line: Line, how: (agent: AgentMachine) => void): void {
  how(line.agent);
  if (line.agent.status() !== 'offline') return;
  for (const session of line.sessions.all())
    if (session.state === 'offered') lose(line, session, 'noSeatOnline');
}

/** `tccc.Agent`. `online` and `offline` return nothing: `statusChanged` follows. */
export function agentPart(parts: SdkParts): TCCCAgent {
  const { line, callee } = parts;
  const { core, agent } = line;
  const later = (task: () => void) => (): void =>
    void core.clock.after(spread(core, core.settings().latency), task);
  const result: TCCCAgent = {
    online: () =>
      callNow(
        callee,
        'Agent.online',
        [],
        later(() => agent.online()),
      ),
    offline: () =>
      callNow(
        callee,
        'Agent.offline',
        [],
        later(() => goOffline(line, (machine) => machine.offline())),
      ),
    setStatus(options: { status?: TCCCSettableStatus; restReason?: string | undefined } | undefined) {
      const status = options?.status as TCCCSettableStatus;
      return service(parts, 'Agent.setStatus', options, {
        check: () => agent.checkStatus(status),
        run: () => agent.setStatus(status, options?.restReason),
      });
    },
  };
  if (core.settings().profile === 'current') {
    const early = core.settings().readings.offlineStatus === 'absent' ? undefined : 'offline';
    result.getStatus = () =>
      callNow(callee, 'Agent.getStatus', [], () => statusName(line), early) as TCCCAgentStatus;
  }
  return result;
}

/** `tccc.Devices`. Without a media API, as in jsdom, there is one made-up device of each sort. */
export function devicesPart({ line, callee }: SdkParts): TCCCDevices {
  const { core } = line;
  const devices = (kind: MediaDeviceKind, label: string) => async (): Promise<MediaDeviceInfo[]> => {
    const media = (core.window.navigator as Partial<Navigator>).mediaDevices;
    const real = (await media?.enumerateDevices())?.filter((device) => device.kind === kind);
    if (real && real.length > 0) return real;
    const device = { deviceId: 'default', groupId: 'simulator', kind, label };
    return [{ ...device, toJSON: () => device }];
  };
  const microphones = devices('audioinput', 'Simulated microphone');
  const speakers = devices('audiooutput', 'Simulated speaker');
  const list = (method: 'Devices.getMicrophones' | 'Devices.getSpeakers', of: typeof microphones) => () =>
    callService(callee, method, [], { check: () => undefined, run: of }, (data) => data);
  const result: TCCCDevices = {
    isBrowserSupported: () =>
      callNow(callee, 'Devices.isBrowserSupported', [], () => true, true, false) ?? true,
    getMicrophones: list('Devices.getMicrophones', microphones) as TCCCDevices['getMicrophones'],
    getSpeakers: list('Devices.getSpeakers', speakers) as TCCCDevices['getSpeakers'],
  };
  const { isEnvSupported } = core.settings().readings;
  if (isEnvSupported !== 'missing') {
    result.isEnvSupported = () =>
      callNow<unknown>(
        callee,
        'Devices.isEnvSupported',
        [],
        () => (isEnvSupported === 'boolean' ? true : Promise.resolve(true)),
        true,
        false,
      );
  }
  return result;
}
