'use client';
import { type ReactElement, useEffect, useInsertionEffect, useMemo, useState } from 'react';

import { getPage } from '../connection/page.js';
import type { Entry } from '../connection/callbacks.js';
import type { TCCCError } from '../sdk/errors.js';
import { TCCCContext } from './context.js';
import type { View } from '../connection/view.js';
import { checkProps, type TCCCProviderProps } from './provider-props.js';

/** Mounts the provider. A child before all others, so that its effects run before those of the app. */
function Registration({ view }: { view: View }): null {
  // Join the page's connection, anew with another endpoint or agent. What leaving causes is decided one
  // macrotask later, so that a remount adopts.
  useEffect(() => view.register(), [view]);

  return null;
}

/**
 * Connects the page to Tencent Cloud Contact Center: asks your backend for a token, loads the SDK, waits
 * until it is ready, tries again where that helps, and gives the hooks below it the one connection of the
 * page. Props may be written inline: only another `tokenEndpoint` or `agentKey` reconnects.
 *
 * @throws `config-invalid` for unusable props; `provider-conflict`, to the nearest error boundary, where the
 * page has another connection or somebody else's SDK.
 * @example
 * <TCCCProvider tokenEndpoint="/api/tccc/token" agentKey={user.id} onError={report}>
 *   <Desk />
 * </TCCCProvider>
 *
 * Source: Web SDK integration (https://www.tencentcloud.com/document/product/1229/59617).
 */
export function TCCCProvider(props: TCCCProviderProps): ReactElement {
  checkProps(props);
  const [failure, setFailure] = useState<TCCCError>();
  const [entry] = useState((): Entry => ({ options: props, fail: setFailure, at: 0 }));

  // The newest props, before any effect or event can read them.
  useInsertionEffect(() => {
    Object.assign(entry, { options: props });
  });

  const { agentKey, children, preconnect, tokenEndpoint } = props;
  const view = useMemo(() => getPage().createView(entry, agentKey), [entry, agentKey]);
  if (failure) throw failure;
  return (
    <TCCCContext.Provider value={view}>
      {preconnect && <link rel="preconnect" href="https://tccc.qcloud.com" crossOrigin="anonymous" />}
      <Registration key={`${tokenEndpoint}`} view={view} />
      {children}
    </TCCCContext.Provider>
  );
}
