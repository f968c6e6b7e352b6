'use client';
import { useSyncExternalStore } from 'react';

import type { TCCCSdk } from '../sdk/vendor.js';
import { useView } from './context.js';

const nothing = (): null => null;

/** The SDK while it is ready, for a hook of this name. Renders for nothing else of the connection. */
export function useSdk(caller: string): TCCCSdk | null {
  const { subscribe, getState } = useView(caller);
  return useSyncExternalStore(subscribe, () => getState().sdk, nothing);
}
