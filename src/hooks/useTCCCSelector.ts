'use client';
import type { TCCCDesk } from '../state/desk-snapshot.js';
import { useSelect } from './useSelect.js';

/**
 * Anything of the desk's state that no other hook gives. Renders only when what the selector returns has
 * changed.
 *
 * @param selector Pure; need not be memoised.
 * @param isEqual When two results count as the same. Default `Object.is`: give one where the selector makes
 * objects.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const waiting = useTCCCSelector((desk) => desk.sessions.filter(({ state }) => state === 'offered').length);
 */
export function useTCCCSelector<T>(selector: (desk: TCCCDesk) => T, isEqual?: (a: T, b: T) => boolean): T {
  return useSelect('useTCCCSelector', selector, isEqual);
}
