'use client';
import { useContext, useSyncExternalStore } from 'react';

import { ignore } from '../sdk/isolate.js';
import { TCCCContext } from './context.js';
import type { TCCCState } from '../connection/snapshot.js';

const never = (): (() => void) => ignore;

/**
 * As `useTCCC`, and `undefined` outside a provider.
 *
 * @example
 * const tccc = useMaybeTCCC();
 * return tccc ? <CallButton /> : <a href={`tel:${number}`}>{number}</a>;
 */
export function useMaybeTCCC(): TCCCState | undefined {
  const view = useContext(TCCCContext);
  return useSyncExternalStore<TCCCState | undefined>(
    view?.subscribe ?? never,
    view?.getState ?? (ignore as () => undefined),
    view?.getServerState ?? (ignore as () => undefined),
  );
}
