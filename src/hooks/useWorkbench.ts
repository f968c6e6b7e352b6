'use client';
import { useMemo } from 'react';

import { isolate } from '../sdk/isolate.js';
import { useView } from './context.js';

/** Shows and hides the vendor's interface. Stable; they ignore their arguments, and do nothing until `ready`. */
export interface TCCCWorkbench {
  /** Shows the vendor's interface, all of it. */
  readonly show: () => void;
  /** Hides the vendor's interface, all of it. */
  readonly hide: () => void;
  /** Opens its workbench, where chats and video calls are. */
  readonly showWorkbench: () => void;
  /** Closes its workbench. */
  readonly hideWorkbench: () => void;
  /** Shows its float button, which opens the workbench. */
  readonly showFloatButton: () => void;
  /** Hides its float button. */
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
  return useMemo(
    () =>
      Object.fromEntries(
        ['show', 'hide', 'showWorkbench', 'hideWorkbench', 'showFloatButton', 'hideFloatButton'].map(
          (name) => [
            name,
            () => {
              isolate(() => {
                const ui = getState().sdk?.UI as Record<string, (() => void) | undefined> | undefined;
                // The vendor writes a small f.
                ui?.[name.replace('F', 'f')]?.();
              });
            },
          ],
        ),
      ) as unknown as TCCCWorkbench,
    [getState],
  );
}
