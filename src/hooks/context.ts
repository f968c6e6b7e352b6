'use client';
import { type Context, createContext, useContext } from 'react';

import { tcccError } from '../sdk/errors.js';
import type { View } from '../connection/view.js';

export const TCCCContext: Context<View | null> = /* @__PURE__ */ createContext<View | null>(null);

/**
 * The provider's view of the connection.
 *
 * @throws `provider-missing` outside a provider.
 */
export function useView(caller: string): View {
  const view = useContext(TCCCContext);
  if (view) return view;
  throw tcccError(
    'provider-missing',
    `${caller} must be used inside <TCCCProvider>. Wrap the part of your app that uses it in <TCCCProvider tokenEndpoint="/api/tccc/token" agentKey={user.id}>.`,
    { caller },
  );
}
