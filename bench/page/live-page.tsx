import { useEffect, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { TCCCProvider, type TCCCProviderOptions, type TCCCState, useTCCC } from '../../src/index.js';

/** A provider in the page whose children can be replaced. */
export interface LivePage {
  /** Renders these children below the provider, effects included, before it returns. */
  show(children: ReactNode): void;
  /** As `useTCCC` returned it last. */
  state(): TCCCState;
}

/** Mounts a provider and waits for its first effects. */
export async function mountProvider(
  tokenEndpoint: string,
  autoConnect: boolean,
  options: Partial<TCCCProviderOptions> = {},
): Promise<LivePage> {
  const root = createRoot(document.getElementById('root')!);
  let state: TCCCState | undefined;
  let told: (() => void) | undefined;

  function Watch(): null {
    const tccc = useTCCC();
    useEffect(() => {
      state = tccc;
      if (!autoConnect || tccc.status === 'ready') told?.();
    }, [tccc]);
    return null;
  }
  const show = (children: ReactNode): void => {
    flushSync(() => {
      root.render(
        <TCCCProvider {...options} tokenEndpoint={tokenEndpoint} agentKey="agent" autoConnect={autoConnect}>
          <Watch />
          {children}
        </TCCCProvider>,
      );
    });
  };
  await new Promise<void>((resolve) => {
    told = resolve;
    show(null);
  });
  return {
    show,
    state() {
      if (!state) throw new Error('useTCCC has returned nothing yet.');
      return state;
    },
  };
}
