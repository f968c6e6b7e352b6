'use client';
import { useEffect, useState } from 'react';

import { listen } from '../connection/wait.js';
import { isOverState } from '../state/live.js';
import type { TCCCSession } from '../state/session.js';
import { snapshotOf, useRead } from './desk.js';

const NAME = 'useSessionTimer';

/** A session of whatever kind and state. */
type AnySession = {
  state: TCCCSession['state'];
  times: TCCCSession['times'] & Partial<Record<TCCCSession['state'], number>>;
  timeout: number;
  duration: number;
};

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
  const session = useRead(NAME, (desk) => desk?.session(sessionId));
  const { status, since: arranged } = useRead(NAME, (desk) => snapshotOf(desk).agent);
  const [now, setNow] = useState(Date.now);

  const { state, times, timeout = 0, duration } = (session ?? {}) as Partial<AnySession>;
  const offered = state === 'offered' && timeout > 0 ? times?.offered : null;
  const held = state === 'held' ? times?.held : null;
  const connected = /^(connected|held)$/.test(state ?? '') ? times?.connected : null;
  const wrapUp = status === 'arrange' && isOverState(state) ? arranged : null;
  // What counts by the second: nobody sees the ticks of the others.
  const base = offered ?? held ?? connected ?? wrapUp;

  // Tick on each whole second since `base`, while somebody can see it.
  useEffect(() => {
    if (base == null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      clearTimeout(timer);
      if (document.hidden) return;
      const time = Date.now();
      setNow(time);
      timer = setTimeout(tick, 1000 - ((time - base) % 1000));
    };
    tick();
    const off = listen(document, 'visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [base]);

  const since = (from: number | null | undefined): number | null =>
    from == null ? null : Math.max(0, Math.floor((now - from) / 1000));
  return {
    ringLeft: offered == null ? null : Math.max(0, timeout - Number(since(offered))),
    talk: duration == null ? since(connected) : Math.floor(duration),
    hold: since(held),
    wrapUp: since(wrapUp),
  };
}
