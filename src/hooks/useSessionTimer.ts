'use client';
import { useEffect, useState } from 'react';

import type { TCCCDesk } from '../state/desk-snapshot.js';
import { useSelect } from './useSelect.js';
import { useSession } from './useSession.js';

/** What `useSessionTimer` returns, in whole s; `null` where there is nothing to count. */
export interface TCCCSessionTimer {
  /** Time left to answer; `null` also where there is no limit. A hint: the vendor's unit is not documented. */
  readonly ringLeft: number | null;
  /** Since the session was answered, holds included; stands still at the end. */
  readonly talk: number | null;
  /** Since it was put on hold. */
  readonly hold: number | null;
  /** Since the agent's work after the call began. */
  readonly wrapUp: number | null;
}

const SECOND = 1000;

const arrangedAt = ({ agent }: TCCCDesk): number | null => (agent.status === 'arrange' ? agent.since : null);

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
  const arranged = useSelect('useSessionTimer', arrangedAt);
  const session = useSession(sessionId);
  const [now, setNow] = useState(() => Date.now());

  const { state, times } = session ?? {};
  const timeout = (session && 'timeout' in session && session.timeout) || 0;
  const offered = state === 'offered' && timeout > 0 ? times?.offered : undefined;
  const held = state === 'held' ? times?.held : undefined;
  const talking = state === 'connected' || held !== undefined;
  const connected = talking ? times?.connected : undefined;
  // What counts by the second: nobody sees the ticks of the others.
  const base = offered ?? held ?? connected ?? arranged ?? undefined;

  // Tick on each whole second since `base`, while somebody can see it.
  useEffect(() => {
    if (base === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      clearTimeout(timer);
      if (document.hidden) return;
      const time = Date.now();
      setNow(time);
      timer = setTimeout(tick, SECOND - ((((time - base) % SECOND) + SECOND) % SECOND));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [base]);

  const since = (from: number | null | undefined): number | null =>
    from == null ? null : Math.max(0, Math.floor((now - from) / SECOND));
  const length = session && 'duration' in session ? session.duration : undefined;
  return {
    ringLeft: offered === undefined ? null : Math.max(0, timeout - (since(offered) ?? 0)),
    talk: length === undefined ? since(connected) : Math.floor(length),
    hold: since(held),
    wrapUp: since(arranged),
  };
}
