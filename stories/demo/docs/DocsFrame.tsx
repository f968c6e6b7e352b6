import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { themes } from 'storybook/theming';

import { LocaleContext } from '../messages/index.js';
import { GlobalsContext, toGlobals, useToolbar } from './globals.js';

/** Storybook keeps the toolbar's values in its store, which the type of the context does not show. */
interface WithStore {
  store?: { userGlobals?: { get(): Record<string, unknown> } };
}

/** Around every docs page: its language and colour scheme follow the toolbar, too. */
export function DocsFrame({
  children,
  context,
}: DocsContainerProps & { children?: ReactNode }): ReactElement {
  const { store } = context as unknown as WithStore;
  const globals = useToolbar(toGlobals(store?.userGlobals?.get()));

  // Where the demos' CSS reads them.
  useEffect(() => {
    const root = document.documentElement;
    root.lang = globals.locale;
    root.dataset['theme'] = globals.theme;
    root.style.colorScheme = globals.theme;
  }, [globals]);

  return (
    <DocsContainer context={context} theme={globals.theme === 'dark' ? themes.dark : themes.light}>
      <GlobalsContext value={globals}>
        <LocaleContext value={globals.locale}>{children}</LocaleContext>
      </GlobalsContext>
    </DocsContainer>
  );
}
