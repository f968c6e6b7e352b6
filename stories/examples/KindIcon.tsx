import type { ReactElement } from 'react';

import type { TCCCSessionKind } from '../../src/index.js';

const PATHS: Record<TCCCSessionKind, string> = {
  phone:
    'M6 4h3l2 5-2.5 1.8a11.5 11.5 0 0 0 4.7 4.7L15 13l5 2v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
  im: 'M4 5h16v11H11l-5 4v-4H4z M8 9.5h8 M8 12.5h5',
  voip: 'M4 15v-3a8 8 0 0 1 16 0v3 M4 14h3.5v5H5a1 1 0 0 1-1-1z M20 14h-3.5v5H19a1 1 0 0 0 1-1z',
  video: 'M4 7h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z M15 11l6-3v8l-6-3',
  internal:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3 19c0-3 2.5-5 6-5s6 2 6 5 M16 5.2a3 3 0 0 1 0 5.6 M18 14.4c2 .8 3 2.5 3 4.6',
  unknown: 'M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2.3 M12 17.8v.4',
};

/** A picture of a kind of session. */
export function KindIcon({ kind }: { kind: TCCCSessionKind }): ReactElement {
  return (
    <svg className="session-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[kind]} />
    </svg>
  );
}
