'use client';
import { useEffect, useRef } from 'react';

import { isolate } from '../sdk/isolate.js';
import type { TCCCButtonConfig, TCCCSdk } from '../sdk/vendor.js';
import { useSdk } from './useSdk.js';

/** Buttons to take away, by `type`, or a function from the SDK's configuration to another. */
export type TCCCCallBarButtons = readonly string[] | ((config: TCCCButtonConfig) => object);

/**
 * Changes the buttons of the vendor's call bar, once the SDK is ready. Real applications take away
 * `transferSeat`, `transferSkillGroup`, `holdToggle`, `forwardOut`, `showKeyboard`, `selfService`. The SDK has
 * no way back: buttons stay away until the page is left.
 *
 * @param buttons Applied once a connection; need not be memoised.
 * @returns Whether this SDK can do it; `null` while it is not ready.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * useCallBarButtons(['transferSeat', 'transferSkillGroup']);
 */
export function useCallBarButtons(buttons: TCCCCallBarButtons): boolean | null {
  const sdk = useSdk('useCallBarButtons');
  const newest = useRef(buttons);
  const changed = useRef<TCCCSdk>(null);

  useEffect(() => {
    newest.current = buttons;
    // Change them once for each SDK, though StrictMode runs this twice.
    if (changed.current === sdk) return;
    changed.current = sdk;
    isolate(() =>
      sdk?.overrideButtonConfig?.((config) => {
        const wanted = newest.current;
        if (typeof wanted === 'function') return wanted(config);
        return { ...config, active: config.active.filter(({ type }) => !wanted.includes(type)) };
      }),
    );
  });

  return sdk && !!sdk.overrideButtonConfig;
}
