import { tcccError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';

const NAMES = ['tccc', 'TCCC'] as const;

/** The SDK that a script left on `window`: `tccc`, or `TCCC` in the vendor's older prose. */
export function readGlobal(): TCCCSdk | undefined {
  const globals = window as { tccc?: TCCCSdk; TCCC?: TCCCSdk };
  return globals.tccc ?? globals.TCCC;
}

/** Removes what this SDK left in the page: its globals and its root element. */
export function removeSdk(sdk: TCCCSdk | undefined): void {
  const globals = window as { tccc?: TCCCSdk | undefined; TCCC?: TCCCSdk | undefined };
  NAMES.forEach((name) => {
    // A global declared with `var` cannot be deleted.
    if (sdk && globals[name] === sdk && !Reflect.deleteProperty(globals, name)) globals[name] = undefined;
  });
  document.querySelectorAll('t3c-sdk').forEach((root) => {
    root.remove();
  });
}

/** Refuses to load a second SDK beside one that somebody else loaded. */
export function checkForeign(): void {
  if (!readGlobal()) return;
  throw tcccError(
    'provider-conflict',
    'window.tccc is already there, and not by <TCCCProvider>: the SDK may be loaded once a page. Remove the other script tag, or the other integration.',
    { reason: 'foreign-sdk' },
  );
}
