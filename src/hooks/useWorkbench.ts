'use client';
import { useMemo } from 'react';

import { isolate } from '../sdk/isolate.js';
import type { TCCCUi } from '../sdk/vendor.js';
import { useView } from './context.js';

/** Shows and hides the vendor's interface. Stable; they ignore their arguments, and do nothing until `ready`. */
export interface TCCCWorkbench {
  /** All of the vendor's interface. */
  readonly show: () => void;
  readonly hide: () => void;
  readonly showWorkbench: () => void;
  readonly hideWorkbench: () => void;
  readonly showFloatButton: () => void;
  readonly hideFloatButton: () => void;
}

/**
 * The vendor's own interface in the page. It tells nobody whether it is shown.
 *
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const { showWorkbench } = useWorkbench();
 * <button onClick={showWorkbench}>Open the workbench</button>
 *
 * Source: Web SDK API, "UI" (https://www.tencentcloud.com/document/product/1229/59622).
 */
export function useWorkbench(): TCCCWorkbench {
  const { getState } = useView('useWorkbench');
  return useMemo(() => {
    const call =
      (run: (ui: TCCCUi) => void): (() => void) =>
      () => {
        isolate(() => {
          const { sdk } = getState();
          if (sdk) run(sdk.UI);
        });
      };
    return {
      show: call((ui) => {
        ui.show();
      }),
      hide: call((ui) => {
        ui.hide();
      }),
      showWorkbench: call((ui) => ui.showWorkbench?.()),
      hideWorkbench: call((ui) => ui.hideWorkbench?.()),
      showFloatButton: call((ui) => ui.showfloatButton?.()),
      hideFloatButton: call((ui) => ui.hidefloatButton?.()),
    };
  }, [getState]);
}
