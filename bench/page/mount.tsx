import { type ReactElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { TCCCProvider, useTCCC } from '../../src/index.js';
import { injectTCCC, preconnectByHand } from './inject-tccc.js';

export type Way = 'hand' | 'provider' | 'hand-preconnect' | 'provider-preconnect';

/** Times of one mount, in ms since `root.render()`. */
export interface MountTimes {
  tokenStart: number;
  tokenEnd: number;
  scriptStart: number;
  scriptConnected: number;
  scriptEnd: number;
  /** The application's `ready` callback. */
  ready: number;
  /** The effect of the component that shows it. */
  shown: number;
}

interface Moments {
  onReady: () => void;
  onShown: () => void;
}

interface CaseProps extends Moments {
  endpoint: string;
  preconnect: boolean;
}

function Status({ status, onShown }: { status: string; onShown: () => void }): ReactElement {
  useEffect(() => {
    if (status === 'ready') onShown();
  }, [status, onShown]);
  return <p>{status}</p>;
}

function ByHand({ endpoint, preconnect, onReady, onShown }: CaseProps): ReactElement {
  const [status, setStatus] = useState('loading');
  useEffect(() => {
    if (preconnect) preconnectByHand();
    void injectTCCC(endpoint, () => {
      onReady();
      setStatus('ready');
    });
  }, [endpoint, preconnect, onReady]);
  return <Status status={status} onShown={onShown} />;
}

function Connected({ onShown }: { onShown: () => void }): ReactElement {
  return <Status status={useTCCC().status} onShown={onShown} />;
}

function ByProvider({ endpoint, preconnect, onReady, onShown }: CaseProps): ReactElement {
  return (
    <TCCCProvider tokenEndpoint={endpoint} agentKey="agent" preconnect={preconnect} onReady={onReady}>
      <Connected onShown={onShown} />
    </TCCCProvider>
  );
}

function timing(part: string): PerformanceResourceTiming {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const [entry, second] = entries.filter(({ name }) => name.includes(part));
  if (!entry || second) throw new Error(`Not one request for ${part}.`);
  return entry;
}

/** Mounts one way in this page, which must be new, and waits until `ready` is shown. */
export async function mount(way: Way, endpoint: string): Promise<MountTimes> {
  const root = createRoot(document.getElementById('root')!);
  const times = { ready: 0, shown: 0 };
  const Case = way.startsWith('hand') ? ByHand : ByProvider;
  let start = 0;
  await new Promise<void>((resolve) => {
    const moments: Moments = {
      onReady() {
        times.ready = performance.now() - start;
      },
      onShown() {
        times.shown = performance.now() - start;
        resolve();
      },
    };
    start = performance.now();
    root.render(<Case endpoint={endpoint} preconnect={way.endsWith('preconnect')} {...moments} />);
  });
  // The entry of a resource may come after its load event.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const token = timing('/token');
  const script = timing('/sdk/');
  return {
    tokenStart: token.startTime - start,
    tokenEnd: token.responseEnd - start,
    scriptStart: script.startTime - start,
    scriptConnected: script.connectEnd - start,
    scriptEnd: script.responseEnd - start,
    ...times,
  };
}
