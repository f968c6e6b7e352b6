import type { ReactElement, ReactNode } from 'react';

import type { Locale } from '../messages/index.js';
import { useDemoGlobals } from './globals.js';

/** A part of a docs page in one language. */
export function Only({ locale, children }: { locale: Locale; children: ReactNode }): ReactElement | null {
  return useDemoGlobals().locale === locale ? <>{children}</> : null;
}
