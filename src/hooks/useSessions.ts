'use client';
import type { TCCCSession } from '../state/session.js';
import { sameItems, useSelect } from './useSelect.js';

type OneOrMore<T> = T | readonly T[];

/** Which sessions are wanted: by what they are, or by a function. */
export type TCCCSessionFilter =
  | {
      kind?: OneOrMore<TCCCSession['kind']> | undefined;
      state?: OneOrMore<TCCCSession['state']> | undefined;
      direction?: TCCCSession['direction'] | undefined;
    }
  | ((session: TCCCSession) => boolean);

/** `useSessions`, for a hook of this name. */
export function useFiltered(caller: string, filter: TCCCSessionFilter): readonly TCCCSession[] {
  const matches =
    typeof filter === 'function'
      ? filter
      : (session: TCCCSession) =>
          Object.entries(filter).every(
            ([key, wanted]) => wanted === undefined || [wanted].flat().includes(session[key as 'kind']),
          );
  return useSelect(caller, ({ sessions }) => sessions.filter(matches), sameItems);
}

const notDone = ({ state }: TCCCSession): boolean => state !== 'completed';

/**
 * The sessions of this agent, the newest last: ringing, talked to, and those that are over, as far as
 * `historySize` keeps them. Completed ones are left out, unless the filter asks for them. The same list until
 * one of it changed.
 *
 * @param filter `{ kind, state, direction }`, each one value or several, or a function; need not be memoised.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const chats = useSessions({ kind: 'im', state: ['offered', 'connected'] });
 *
 * Source: Web SDK API, "Events" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useSessions(filter: TCCCSessionFilter = notDone): readonly TCCCSession[] {
  return useFiltered('useSessions', filter);
}
