'use client';
import type { ReactNode } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import { useTCCC } from './useTCCC.js';
import type { TCCCActions } from '../connection/snapshot.js';

/** Props of `<TCCCGate>`. */
export interface TCCCGateProps {
  /** Shown until ready, idle included. Default nothing. */
  loading?: ReactNode;
  /** Shown after a failure. Without it, the error is thrown to the nearest error boundary. */
  error?: ((error: TCCCError, retry: TCCCActions['retry']) => ReactNode) | undefined;
  /** Shown when ready. */
  children?: ReactNode;
}

/**
 * Shows its children only while the SDK is ready.
 *
 * @throws the connection's `TCCCError`, where there is no `error` prop; `provider-missing`.
 * @example
 * <TCCCGate loading={<Spinner />} error={(error, retry) => <Failed error={error} onRetry={retry} />}>
 *   <Desk />
 * </TCCCGate>
 */
export function TCCCGate({ loading, error, children }: TCCCGateProps): ReactNode {
  const tccc = useTCCC();
  if (tccc.status === 'ready') return children;
  if (tccc.status !== 'error') return loading;
  if (error) return error(tccc.error, tccc.retry);
  throw tccc.error;
}
