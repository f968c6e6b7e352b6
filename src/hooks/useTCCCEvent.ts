'use client';
import { useEffect, useInsertionEffect, useRef } from 'react';

import type { TCCCEventMap } from '../sdk/event-map.js';
import type { TCCCEventName } from '../sdk/event-names.js';
import { useView } from './context.js';

/**
 * Calls `handler` for each event of the SDK, from its first effect on, script loaded or not. The newest
 * handler runs: it need not be memoised. What it throws, or its promise rejects with, goes to the console
 * and to `onError` as `handler-failed`, and harms nobody else. A `ready` handler mounted late runs once for
 * the connection that is ready.
 *
 * @param name A key of `TCCCEventMap`; add undocumented names by augmentation.
 * @param handler Gets the payload, flat.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * useTCCCEvent('callIn', ({ sessionId, callerPhoneNumber }) => openCustomer(callerPhoneNumber, sessionId));
 *
 * Source: Web SDK API, "Events" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useTCCCEvent<K extends TCCCEventName>(
  name: K,
  handler: (event: TCCCEventMap[K]) => unknown,
): void {
  const view = useView('useTCCCEvent');
  const newest = useRef(handler);
  const readyMark = useRef<unknown>(0);

  // The newest handler, before any event can call it.
  useInsertionEffect(() => {
    newest.current = handler;
  });

  // Listen while mounted.
  useEffect(
    () => view.on(name, (event) => newest.current(event as TCCCEventMap[K]), readyMark),
    [view, name],
  );
}
