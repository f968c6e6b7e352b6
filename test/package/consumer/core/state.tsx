// What useTCCC returns is a discriminated union: a looser type fails on the @ts-expect-error lines.
import type { ReactElement, ReactNode } from 'react';
import {
  TCCCGate,
  useMaybeTCCC,
  useTCCC,
  type TCCCError,
  type TCCCSdk,
  type TCCCSnapshot,
  type TCCCState,
  type TCCCStatus,
} from 'tccc-react';
import { is, type Equal } from './types.js';

is<Equal<TCCCStatus, 'idle' | 'fetching-token' | 'loading-script' | 'logging-in' | 'ready' | 'error'>>();
is<Equal<ReturnType<typeof useTCCC>, TCCCState>>();
is<Equal<ReturnType<typeof useMaybeTCCC>, TCCCState | undefined>>();

export function Desk(): ReactNode {
  const tccc = useTCCC();
  // @ts-expect-error possibly null without narrowing
  tccc.sdk.Call.accept({ sessionId: '1' });
  // @ts-expect-error possibly null without narrowing
  String(tccc.error.message);

  if (tccc.status === 'ready') {
    void tccc.sdk.Call.accept({ sessionId: '1' });
    is<Equal<typeof tccc.sdk, TCCCSdk>>();
    is<Equal<typeof tccc.error, null>>();
    is<Equal<typeof tccc.retryAt, null>>();
  } else {
    is<Equal<typeof tccc.sdk, null>>();
  }
  if (tccc.status === 'error') {
    is<Equal<typeof tccc.error, TCCCError>>();
    return tccc.error.message;
  }
  is<Equal<typeof tccc.error, null>>();
  if (tccc.status === 'fetching-token') {
    is<Equal<typeof tccc.retryAt, number | null>>();
    is<Equal<typeof tccc.lastError, TCCCError | null>>();
  }
  // The other members tell the status as well.
  if (tccc.sdk) is<Equal<typeof tccc.status, 'ready'>>();
  // @ts-expect-error no such status
  if (tccc.status === 'connected') return null;
  // @ts-expect-error a snapshot is replaced, never changed
  tccc.status = 'idle';
  return tccc.status;
}

export function Actions(): ReactElement {
  const { connect, retry, disconnect } = useTCCC();
  is<Equal<ReturnType<typeof connect>, Promise<TCCCSdk>>>();
  is<Equal<ReturnType<typeof retry>, Promise<TCCCSdk>>>();
  is<Equal<ReturnType<typeof disconnect>, Promise<void>>>();
  // As handlers they are given an event, and need no `this`.
  return (
    <button onClick={connect} onBlur={disconnect} onDoubleClick={retry}>
      connect
    </button>
  );
}

export const gates: ReactElement[] = [
  <TCCCGate />,
  <TCCCGate loading={undefined} error={undefined}>
    {undefined}
  </TCCCGate>,
  <TCCCGate
    loading={<p>…</p>}
    error={(error, retry) => <button onClick={() => void retry()}>{error.code}</button>}
  >
    <Desk />
    <Actions />
  </TCCCGate>,
];

// Outside components: one can tell which status a value of the union has, and no other combination exists.
export function describe(snapshot: TCCCSnapshot): string {
  switch (snapshot.status) {
    case 'idle':
    case 'fetching-token':
    case 'loading-script':
    case 'logging-in':
      return snapshot.status;
    case 'ready':
      return String(snapshot.durations.login?.toFixed(0));
    case 'error':
      return snapshot.error.code;
  }
}
// @ts-expect-error ready without an sdk
export const impossible: TCCCSnapshot = { ...({} as TCCCSnapshot), status: 'ready', sdk: null };
// @ts-expect-error error without an error
export const alsoImpossible: TCCCSnapshot = { ...({} as TCCCSnapshot), status: 'error', error: null };
