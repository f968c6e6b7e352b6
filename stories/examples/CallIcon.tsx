import type { ReactElement } from 'react';

const PHONE =
  'M6 4h3l2 5-2.5 1.8a11.5 11.5 0 0 0 4.7 4.7L15 13l5 2v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z';
const PATHS = {
  answer: PHONE,
  /** Turned by CSS. */
  hangUp: PHONE,
  mute: 'M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5z M5.8 11.3a6.2 6.2 0 0 0 12.4 0 M12 17.5v3',
  unmute:
    'M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5z M5.8 11.3a6.2 6.2 0 0 0 12.4 0 M12 17.5v3 M4 4l16 16',
  hold: 'M9 5.5v13 M15 5.5v13',
  resume: 'M8 5.5v13l10.5-6.5z',
};

/** A picture of what a button does. */
export function CallIcon({ action }: { action: keyof typeof PATHS }): ReactElement {
  return (
    <svg className="session-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[action]} />
    </svg>
  );
}
