'use client';
import { type ReactElement, useEffect, useInsertionEffect, useMemo, useState } from 'react';

import { getPage } from '../connection/page.js';
import type { Entry } from '../connection/registry.js';
import type { TCCCError } from '../sdk/errors.js';
import { TCCCContext } from './context.js';
import { preconnect } from './preconnect.js';
import { checkProps, type TCCCProviderProps } from './provider-props.js';
import { createView } from './view.js';

/** Mounts the provider. A child before all others, so that its effects run before those of the app. */
function Registration({ entry, props }: { entry: Entry; props: TCCCProviderProps }): null {
  const { agentKey } = props;
  const endpoint = String(props.tokenEndpoint);
  const wantsPreconnect = props.preconnect ?? false;

  // Open the way to the script's host while the token is fetched.
  useEffect(() => {
    if (wantsPreconnect) preconnect();
  }, [wantsPreconnect]);

  // Join the page's connection; what leaving causes is decided one macrotask later, so that a remount adopts.
  useEffect(() => getPage().register(entry), [entry]);

  // Another endpoint or agent is another connection.
  useEffect(() => {
    getPage().schedule();
  }, [endpoint, agentKey]);

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
  const [entry] = useState((): Entry => ({ options: props, fail: setFailure }));

  // The newest props, before any effect or event can read them.
  useInsertionEffect(() => {
    entry.options = props;
  });

  const { agentKey, children } = props;
  const view = useMemo(() => createView(entry, agentKey), [entry, agentKey]);
  if (failure) throw failure;
  return (
    <TCCCContext.Provider value={view}>
      <Registration entry={entry} props={props} />
      {children}
    </TCCCContext.Provider>
  );
}
