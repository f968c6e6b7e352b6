'use client';
import { useMemo } from 'react';

import type { TCCCError } from '../sdk/errors.js';
import type { TCCCDesk } from '../state/desk-snapshot.js';
import { useDesk } from './desk.js';
import { useSelect } from './useSelect.js';

/** What `useTCCCErrors` returns. */
export interface TCCCErrors {
  /** The newest last; at most 50. */
  readonly errors: readonly TCCCError[];
  /** Takes one away. Stable. */
  readonly dismiss: (error: TCCCError) => void;
  /** Takes all away. Stable. Ignores its arguments. */
  readonly clear: () => void;
}

const errorsOf = ({ errors }: TCCCDesk): readonly TCCCError[] => errors;

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
  const { desk, peek } = useDesk('useTCCCErrors');
  const errors = useSelect('useTCCCErrors', errorsOf);
  return useMemo(
    () => ({
      errors,
      dismiss: (gone) => {
        if (peek()[0]) desk().setErrors((kept) => kept.filter((error) => error !== gone));
      },
      clear: () => {
        if (peek()[0]) desk().setErrors(() => []);
      },
    }),
    [desk, peek, errors],
  );
}
