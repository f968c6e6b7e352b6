import { type ReactElement, type ReactNode, use, useEffect, useRef } from 'react';

import { TCCCProvider, type TCCCProviderOptions } from '../../src/index.js';
import { getSimulator } from '../../src/simulator/index.js';
import { LocaleContext } from './messages/index.js';
import { place, TOKEN_ENDPOINT } from './service/place.js';
import { type Wish, wishHeaders } from './service/wish.js';
import { wakeBackend } from './service/worker.js';

export interface DemoProviderProps extends Omit<TCCCProviderOptions, 'requestInit' | 'allowedSdkHosts'> {
  /** What the backend is asked for. */
  wish?: Wish | undefined;
  /** In how many token requests of an agent; those after it are answered well. Default: in all. */
  times?: number | undefined;
  children?: ReactNode;
}

/**
 * `<TCCCProvider>` as an app writes it, against the stories' backend: a real fetch, a real script tag, a
 * real `ready`. What shall go wrong is asked for in a header of the request.
 */
export function DemoProvider({
  wish,
  times = Infinity,
  agentKey,
  ...options
}: DemoProviderProps): ReactElement {
  const locale = use(LocaleContext);
  const asked = useRef({ agentKey, count: 0 });

  // The simulated interface speaks the toolbar's language.
  useEffect(() => getSimulator()?.configure({ locale }), [locale]);

  const requestInit = async (): Promise<RequestInit> => {
    if (asked.current.agentKey !== agentKey) asked.current = { agentKey, count: 0 };
    asked.current.count += 1;
    const now: Wish = asked.current.count <= times ? { ...wish } : {};
    await wakeBackend();
    return { headers: wishHeaders({ ...now, sim: { locale, ...now.sim } }) };
  };

  return (
    <TCCCProvider
      tokenEndpoint={TOKEN_ENDPOINT}
      agentKey={agentKey}
      allowedSdkHosts={[place.hostname]}
      requestInit={requestInit}
      showWorkBenchAtFirstLogin={false}
      // The stories bring their own interface; one of them shows the simulated one.
      onReady={(sdk) => sdk.UI.hidefloatButton?.()}
      // The next story has the page for itself.
      disconnectOnUnmount
      {...options}
    />
  );
}
