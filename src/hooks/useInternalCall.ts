'use client';
import type { TCCCInternalOptions } from '../state/dial.js';
import { type TCCCDial, useDial } from './useDial.js';

/**
 * Calls a colleague, by account. As `useOutboundCall`.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { call, canDial } = useInternalCall();
 * <button disabled={!canDial} onClick={() => call({ calleeUserId: 'anna@example.com' })}>Ask Anna</button>
 *
 * Source: Web SDK API, "startInternalCall" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useInternalCall(): TCCCDial<TCCCInternalOptions> {
  return useDial('useInternalCall', 'startInternalCall');
}
