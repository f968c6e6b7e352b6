'use client';
import { useCallback, useMemo } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import { dial, type Dialled, type TCCCDialReason, whyNotDial } from '../state/dial.js';
import type { TCCCSession } from '../state/session.js';
import { useView } from './context.js';
import { ownDesk, useRead } from './desk.js';

/** What a hook that dials returns. */
export interface TCCCDial<Options> {
  /**
   * Dials. Stable. Resolves with the session when the call is created, which is not yet answered; with
   * `undefined` where the SDK reported success and told of no session within 2 s.
   *
   * @throws (by rejection) `not-ready`, `action-unavailable`, `sdk-call-failed`, `sdk-call-timeout`, `aborted`.
   * @example
   * const session = await call({ phoneNumber: '008613800000000' });
   */
  readonly call: (options: Options) => Promise<TCCCSession | undefined>;
  readonly pending: boolean;
  /** What it failed with last; `null` again once it succeeds. */
  readonly error: TCCCError | null;
  readonly canDial: boolean;
  /** Why not: not connected, the agent's status (`free`, `notReady` and `rest` may dial), or a dial under way. */
  readonly reason: TCCCDialReason | null;
}

/** Dials by one of the SDK's two methods. */
export function useDial<A extends keyof Dialled>(caller: string, action: A): TCCCDial<Dialled[A]> {
  const view = useView(caller);
  const doing = useRead(view, (desk) => desk?.doings('')?.[action]);
  const reason = useRead(view, whyNotDial);
  const call = useCallback((options: Dialled[A]) => dial(ownDesk(view), action, options), [view, action]);
  return useMemo(
    () => ({ call, pending: !!doing?.pending, error: doing?.error ?? null, canDial: !reason, reason }),
    [call, doing, reason],
  );
}
