import type { ReactElement } from 'react';

import { type TCCCErrorCode, useTCCCErrors } from '../../src/index.js';

/** The words of `<ErrorBar>`. */
export interface ErrorBarText {
  title: string;
  none: string;
  dismiss: string;
  clear: string;
  /** In words for agents; codes left out are shown by their message. */
  codes: Partial<Record<TCCCErrorCode, (action: string) => string>>;
  /** By the name of the action. */
  actions: Record<string, string>;
}

/** What failed anywhere on the page, newest first. No component that acts need know of it. */
export function ErrorBar({ text }: { text: ErrorBarText }): ReactElement {
  const { errors, dismiss, clear } = useTCCCErrors();
  return (
    <section className="errors" aria-label={text.title} data-count={errors.length}>
      <header>
        <h3>{text.title}</h3>
        {errors.length > 1 && (
          <button type="button" onClick={clear}>
            {text.clear}
          </button>
        )}
      </header>
      {errors.length === 0 && <p className="errors-none">{text.none}</p>}
      <ul aria-live="polite">
        {errors.toReversed().map((error, index) => {
          const action = ('action' in error.details && error.details.action) || '';
          const words = text.codes[error.code]?.(text.actions[action] ?? action) ?? error.message;
          return (
            <li key={errors.length - index} data-code={error.code}>
              <div>
                <strong>{words}</strong>
                <p>
                  <code>{error.code}</code> {error.message}
                </p>
              </div>
              <button type="button" aria-label={`${text.dismiss}: ${words}`} onClick={() => dismiss(error)}>
                ×
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
