'use client';
import type { TCCCOutboundOptions } from '../sdk/vendor.js';
import { type TCCCDial, useDial } from './useDial.js';

/**
 * Calls a customer. Outbound calls, internal ones included, are dialed one at a time.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { call, canDial, pending } = useOutboundCall();
 * <button disabled={!canDial} onClick={() => call({ phoneNumber: '10086' })}>Call</button>
 *
 * Source: Web SDK API, "startOutboundCall" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useOutboundCall(): TCCCDial<TCCCOutboundOptions> {
  return useDial('useOutboundCall', 'startOutboundCall');
}
