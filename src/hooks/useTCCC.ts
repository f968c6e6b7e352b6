'use client';
import { useSyncExternalStore } from 'react';

import { useView } from './context.js';
import type { TCCCState } from '../connection/snapshot.js';

/**
 * The page's connection: its status, the SDK when ready, the error when failed, and what can be done.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const tccc = useTCCC();
 * if (tccc.status === 'error') return <button onClick={tccc.retry}>{tccc.error.message}</button>;
 * if (tccc.status === 'ready') return <Desk onHide={() => tccc.sdk.UI.hide()} />;
 */
export function useTCCC(): TCCCState {
  const { subscribe, getState, getServerState } = useView('useTCCC');
  return useSyncExternalStore(subscribe, getState, getServerState);
}
