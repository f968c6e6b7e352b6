// The simulator's types, as a test of a user's own needs them.
import type { ReactElement } from 'react';
import type { TCCCProviderOptions, TCCCToken } from 'tccc-react';
import {
  createSimulator,
  getSimulator,
  installSimulator,
  issueToken,
  SIMULATOR_HOST,
  SIMULATOR_METHODS,
  SIMULATOR_READINGS,
  SimulatorProvider,
  type InstalledSimulator,
  type Simulator,
  type SimulatorMethod,
  type SimulatorOptions,
} from 'tccc-react/simulator';
import { is, type Equal } from '../core/types.js';

export const options: SimulatorOptions = {
  speed: 50,
  seed: undefined,
  readings: { failure: 'resolve', payloads: 'nested' },
  customer: 'stays-away',
};
// @ts-expect-error no such reading
export const noReading: SimulatorOptions = { readings: { payload: 'nested' } };
// @ts-expect-error no such choice of the reading
export const noChoice: SimulatorOptions = { readings: { payloads: 'deep' } };
is<(typeof SIMULATOR_READINGS)['payloads'][0] extends 'flat' ? true : false>();
is<Equal<(typeof SIMULATOR_METHODS)[number], SimulatorMethod>>();

const installed: InstalledSimulator = installSimulator(window, options);
const control: Simulator | undefined = getSimulator() ?? createSimulator(window);
is<Equal<typeof window.__tcccSimulator, Simulator | undefined>>();

export async function play(simulator: Simulator): Promise<void> {
  await simulator.whenReady();
  const sessionId = simulator.ring({ type: 'im', timeout: 8 });
  is<Equal<typeof sessionId, string>>();
  simulator.customer.hangUp(sessionId);
  simulator.fail('Call.accept', { errorMsg: 'busy', mode: 'resolve', times: 1 });
  simulator.delay('Agent.setStatus', 500);
  simulator.forceOffline();
  simulator.expireTokens();
  // @ts-expect-error no such method
  simulator.fail('Call.hangUp');
  // @ts-expect-error no such kind of session
  simulator.ring({ type: 7 });
  // @ts-expect-error only what is installed can be uninstalled
  simulator.uninstall();
}
void play(control ?? installed);
installed.uninstall();

/** What issueToken returns is a token for fetchToken. */
export const token: TCCCToken = issueToken({ userId: 'anna', ttl: 60 });
export const hosts: TCCCProviderOptions['allowedSdkHosts'] = [SIMULATOR_HOST];

export const providers: ReactElement[] = [
  <SimulatorProvider />,
  <SimulatorProvider options={options} agentKey="anna" retry={false} onReady={(sdk) => sdk.UI.hide()}>
    <p />
  </SimulatorProvider>,
  <SimulatorProvider options={undefined} sdkUrl={undefined} />,
  // @ts-expect-error its token is the simulator's
  <SimulatorProvider tokenEndpoint="/t" />,
];
