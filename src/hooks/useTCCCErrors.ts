'use client';
import { useMemo } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import { snapshotOf } from '../state/desk-snapshot.js';
import { useView } from './context.js';
import { ownDesk, useRead } from './desk.js';

/** What `useTCCCErrors` returns. */
export interface TCCCErrors {
  /** The newest last; at most 50. */
  readonly errors: readonly TCCCError[];
  /**
   * Takes one away. Stable.
   *
   * @example
   * <button onClick={() => dismiss(error)}>Dismiss</button>
   */
  readonly dismiss: (error: TCCCError) => void;
  /**
   * Takes all away. Stable. Ignores its arguments.
   *
   * @example
   * <button onClick={clear}>Dismiss all</button>
   */
  readonly clear: () => void;
}

/**
 * What the actions of all hooks failed with, and events that could not be read, so that a bar of errors needs
 * no wiring. Failures of the connection are in `useTCCC`.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { errors, dismiss } = useTCCCErrors();
 * return errors.map((error) => <Line key={…} text={error.message} onClose={() => dismiss(error)} />);
 */
export function useTCCCErrors(): TCCCErrors {
  const view = useView('useTCCCErrors');
  const errors = useRead(view, (desk) => snapshotOf(desk).errors);
  const actions = useMemo((): Pick<TCCCErrors, 'dismiss' | 'clear'> => {
    return {
      dismiss(gone) {
        ownDesk(view)?.setErrors((all) => all.filter((error) => error !== gone));
      },
      clear() {
        ownDesk(view)?.setErrors((all) => (all[0] ? [] : all));
      },
    };
  }, [view]);
  return useMemo(() => ({ errors, ...actions }), [errors, actions]);
}
