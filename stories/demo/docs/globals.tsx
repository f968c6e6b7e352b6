import { createContext, useContext, useEffect, useState } from 'react';
import { addons } from 'storybook/preview-api';

import { type Locale, toLocale } from '../messages/index.js';

/** What the toolbar says. */
export interface DemoGlobals {
  locale: Locale;
  theme: 'light' | 'dark';
}

export function toGlobals(globals: Record<string, unknown> | undefined): DemoGlobals {
  return { locale: toLocale(globals?.['locale']), theme: globals?.['theme'] === 'dark' ? 'dark' : 'light' };
}

/** The toolbar's values, for what docs pages are made of. */
export const GlobalsContext = createContext<DemoGlobals>(toGlobals(undefined));

export const useDemoGlobals = (): DemoGlobals => useContext(GlobalsContext);

/** The toolbar's values, live. */
export function useToolbar(initial: DemoGlobals): DemoGlobals {
  const [globals, setGlobals] = useState(initial);

  // The toolbar is in the manager; it tells the preview by Storybook's channel.
  useEffect(() => {
    const channel = addons.getChannel();
    const onGlobals = ({ globals: next }: { globals: Record<string, unknown> }): void => {
      setGlobals(toGlobals(next));
    };
    channel.on('globalsUpdated', onGlobals);
    return () => channel.off('globalsUpdated', onGlobals);
  }, []);
  return globals;
}
