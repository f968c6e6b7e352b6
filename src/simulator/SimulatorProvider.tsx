'use client';
import { useState, type ReactElement } from 'react';
import type { TCCCProviderOptions } from '../hooks/provider-props.js';
import { TCCCProvider } from '../hooks/TCCCProvider.js';
import { generationKey } from './generation.js';
import { installSimulator } from './install-simulator.js';
import type { SimulatorOptions } from './options.js';
import { getSimulator } from './page.js';
import type { Simulator } from './simulator.js';
import { issueToken, SIMULATOR_HOST, type IssuedToken } from './token.js';

/** Props of `<SimulatorProvider>`: those of `<TCCCProvider>`, less where the token and script come from. */
export interface SimulatorProviderProps extends Omit<
  TCCCProviderOptions,
  'requestInit' | 'parseToken' | 'allowedSdkHosts'
> {
  /** Options of the simulator, applied when the provider connects. Changing them later has no effect. */
  options?: SimulatorOptions | undefined;
  /**
   * Address of a served copy of `tccc-react/simulator/sdk.js`. The script is then really loaded. Default: no
   * script is loaded, and the simulator that `installSimulator` puts in place answers.
   */
  sdkUrl?: string | undefined;
}

/** What each simulator was last given by a provider, so that it is given once and `configure` lasts. */
const given = new WeakMap<Simulator, string>();

/** The simulator in place of the script: put there at the first call, never earlier. */
function standIn(options: SimulatorOptions | undefined): Simulator {
  const text = JSON.stringify(options ?? {});
  const present = getSimulator();
  const simulator = installSimulator(window, present && given.get(present) === text ? undefined : options);
  given.set(simulator, text);
  return simulator;
}

function fetchToken({ options, sdkUrl }: SimulatorProviderProps): Promise<IssuedToken> {
  if (sdkUrl === undefined) return Promise.resolve(standIn(options).issueToken());
  const query: Record<string, string> = options ? { sim: JSON.stringify(options) } : {};
  const request = { sdkUrl: new URL(sdkUrl, document.baseURI).href, query };
  return Promise.resolve(getSimulator()?.issueToken(request) ?? issueToken(request));
}

/** The host that the script comes from; on a server nothing is loaded, so there it does not matter. */
function hostOf(sdkUrl: string | undefined): string {
  if (sdkUrl === undefined || typeof document === 'undefined') return SIMULATOR_HOST;
  return new URL(sdkUrl, document.baseURI).hostname;
}

/**
 * `<TCCCProvider>` on a simulated SDK, for tests, stories and demos: the whole real path runs, only the
 * token endpoint and the vendor's script are replaced. Control it by `getSimulator()`. Nothing happens
 * while rendering, and nothing on a server. After each test call `getSimulator()?.dispose()`: the next
 * provider then starts with a new simulator and a new connection.
 *
 * @example
 * render(
 *   <SimulatorProvider options={{ speed: 50 }}>
 *     <Desk />
 *   </SimulatorProvider>,
 * );
 * await getSimulator()?.whenReady();
 */
export function SimulatorProvider(props: SimulatorProviderProps): ReactElement {
  const { options: _options, sdkUrl, agentKey, ...rest } = props;
  const [generation] = useState(generationKey);
  return (
    <TCCCProvider
      {...rest}
      agentKey={agentKey === undefined ? generation : agentKey}
      allowedSdkHosts={[hostOf(sdkUrl)]}
      fetchToken={() => fetchToken(props)}
    />
  );
}
