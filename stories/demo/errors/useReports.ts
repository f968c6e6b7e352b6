import { useState } from 'react';

import { isTCCCError, type TCCCError } from '../../../src/index.js';

/** The way by which the app was told of an error. */
export type Via = 'onError' | 'promise' | 'boundary' | 'useTCCCErrors';

/** An error that the app was told of. */
export interface Report {
  id: number;
  via: Via;
  error: TCCCError;
}

/** The errors that the app was told of, newest first, and how to add one. */
export function useReports(): [reports: readonly Report[], report: (via: Via, error: unknown) => void] {
  const [reports, setReports] = useState<readonly Report[]>([]);
  const report = (via: Via, error: unknown): void => {
    // Anything else is a fault of the story, and shall be seen.
    if (!isTCCCError(error)) throw error;
    setReports((before) => [{ id: (before[0]?.id ?? 0) + 1, via, error }, ...before].slice(0, 20));
  };
  return [reports, report];
}
