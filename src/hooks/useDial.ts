'use client';
import { useMemo, useSyncExternalStore } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import { dial, type Dialled, type TCCCDialReason, whyNotDial } from '../state/dial.js';
import type { TCCCSession } from '../state/session.js';
import { type DeskView, useDesk } from './desk.js';

/** What a hook that dials returns. */
export interface TCCCDial<Options> {
  /**
   * Dials. Stable. Resolves with the session when the call is created, which is not yet answered; with
   * `undefined` where the SDK reported success and told of no session within 2 s.
   *
   * @throws (by rejection) `not-ready`, `action-unavailable`, `sdk-call-failed`, `sdk-call-timeout`, `aborted`.
   */
  readonly call: (options: Options) => Promise<TCCCSession | undefined>;
  readonly pending: boolean;
  /** What it failed with last; `null` again once it succeeds. */
  readonly error: TCCCError | null;
  readonly canDial: boolean;
  /** Why not: not connected, the agent's status (`free`, `notReady` and `rest` may dial), or a dial under way. */
  readonly reason: TCCCDialReason | null;
}

const NONE = { pending: false, error: null, canDial: false, reason: 'not-ready' } as const;

function createReader<A extends keyof Dialled>(
  view: DeskView,
  action: A,
): (server?: boolean) => TCCCDial<Dialled[A]> {
  const call = (options: Dialled[A]): Promise<TCCCSession | undefined> =>
    dial(view.desk(), view, action, options);
  let now: TCCCDial<Dialled[A]> = { call, ...NONE };
  return (server) => {
    if (server) return now;
    const desk = view.desk();
    const { pending, error = null } = (view.peek()[0] && desk.doings('')?.[action]) || {};
    const reason = whyNotDial(desk, view);
    if (now.pending !== !!pending || now.error !== error || now.reason !== reason) {
      now = { call, pending: !!pending, error, canDial: !reason, reason };
    }
    return now;
  };
}

/** Dials by one of the SDK's two methods. */
export function useDial<A extends keyof Dialled>(caller: string, action: A): TCCCDial<Dialled[A]> {
  const view = useDesk(caller);
  const [read, readServer] = useMemo(
    () => [createReader(view, action), createReader(view, action).bind(null, true)],
    [view, action],
  );
  return useSyncExternalStore(view.subscribe, read, readServer);
}
