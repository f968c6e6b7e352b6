import type { ReactElement } from 'react';

import { useCallBarButtons, useWorkbench } from '../../src/index.js';

/** The words of `<VendorUi>`. */
export interface VendorUiText {
  all: string;
  workbench: string;
  floatButton: string;
  show: string;
  hide: string;
  showWhat: (what: string) => string;
  hideWhat: (what: string) => string;
  /** Whether buttons can be taken away; `unknown` until connected. */
  buttons: Record<'yes' | 'no' | 'unknown', string>;
  /** By the vendor's type. */
  buttonNames: Record<string, string>;
}

/** Your own interface has these already, or agents shall not have them. */
const UNWANTED = ['holdToggle', 'transferSeat', 'transferSkillGroup'] as const;

/** Shows and hides the vendor's interface, and takes buttons away from its call bar. */
export function VendorUi({ text }: { text: VendorUiText }): ReactElement {
  const ui = useWorkbench();
  const canChange = useCallBarButtons(UNWANTED);
  const rows = [
    [text.all, ui.show, ui.hide],
    [text.workbench, ui.showWorkbench, ui.hideWorkbench],
    [text.floatButton, ui.showFloatButton, ui.hideFloatButton],
  ] as const;
  return (
    <div className="vendor">
      {rows.map(([what, show, hide]) => (
        <div key={what} className="vendor-row" role="group" aria-label={what}>
          <strong>{what}</strong>
          <button type="button" aria-label={text.showWhat(what)} onClick={show}>
            {text.show}
          </button>
          <button type="button" aria-label={text.hideWhat(what)} onClick={hide}>
            {text.hide}
          </button>
        </div>
      ))}
      <p>{text.buttons[canChange === null ? 'unknown' : canChange ? 'yes' : 'no']}</p>
      {canChange && (
        <ul>
          {UNWANTED.map((type) => (
            <li key={type}>{text.buttonNames[type]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
