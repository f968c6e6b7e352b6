'use client';
import { useCallback, useSyncExternalStore } from 'react';

import { listen } from '../connection/wait.js';
import { snapshotOf } from '../state/desk-snapshot.js';
import { isOverState } from '../state/live.js';
import type { TCCCSession } from '../state/session.js';
import { useView } from './context.js';
import { useRead } from './desk.js';

/** A session of whatever kind and state. */
interface AnySession {
  state?: TCCCSession['state'];
  times?: Partial<Record<TCCCSession['state'], number>>;
  timeout?: number;
  duration?: number;
}

/** What `useSessionTimer` returns, in whole s; `null` where there is nothing to count. */
export interface TCCCSessionTimer {
  /** Time left to answer; `null` also where there is no limit. A hint: the vendor's unit is not documented. */
  readonly ringLeft: number | null;
  /** Since the session was answered, holds included; stands still at the end. */
  readonly talk: number | null;
  /** Since it was put on hold. */
  readonly hold: number | null;
  /** Since the agent's work after the call began, for a session that is over. */
  readonly wrapUp: number | null;
}

/**
 * The times of one session. Ticks once a second, on the second of what is counted, in the component that
 * calls it and in no other; not in a hidden tab, and not when there is nothing to count.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { talk } = useSessionTimer(sessionId);
 * return <time>{talk !== null && `${Math.floor(talk / 60)}:${String(talk % 60).padStart(2, '0')}`}</time>;
 */
export function useSessionTimer(sessionId: string): TCCCSessionTimer {
  const view = useView('useSessionTimer');
  const session = useRead(view, (desk) => desk?.session(sessionId), sessionId);
  const { status, since: arranged } = useRead(view, (desk) => snapshotOf(desk).agent);

  const { state, times = {}, timeout = 0, duration }: AnySession = session ?? {};
  const over = isOverState(state);
  const offered = state === 'offered' && timeout > 0 && times.offered;
  const held = state === 'held' && times.held;
  const connected = !over && times.connected;
  const wrapUp = over && status === 'arrange' && arranged;
  // What counts by the second: nobody sees the ticks of the others.
  const base = offered || held || connected || wrapUp;

  // Tick on each whole second since `base`, while somebody can see it.
  const subscribe = useCallback(
    (tick: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const next = (): void => {
        clearTimeout(timer);
        if (!base || document.hidden) return;
        tick();
        timer = setTimeout(next, 1000 - ((Date.now() - base) % 1000));
      };
      next();
      const off = listen(document, 'visibilitychange', next);
      return () => {
        clearTimeout(timer);
        off();
      };
    },
    [base],
  );
  const seconds = useSyncExternalStore(
    subscribe,
    () => (base ? Math.floor((Date.now() - base) / 1000) : 0),
    () => 0,
  );
  const now = Number(base) + seconds * 1000;

  const since = (from: number | false | null | undefined): number | null =>
    from ? Math.max(0, Math.floor((now - from) / 1000)) : null;
  return {
    ringLeft: offered ? Math.max(0, timeout - Number(since(offered))) : null,
    talk: duration == null ? since(connected) : Math.floor(duration),
    hold: since(held),
    wrapUp: since(wrapUp),
  };
}
