import { createContext, useContext } from 'react';

import { en } from './en.js';
import type { Locale, Messages } from './types.js';
import { zh } from './zh.js';

export type { Locale, Messages } from './types.js';

/** The language of the toolbar. */
export const LocaleContext = createContext<Locale>('zh-CN');

/** The toolbar's value as a language of ours. */
export function toLocale(value: unknown): Locale {
  return value === 'en-US' ? 'en-US' : 'zh-CN';
}

/** The words of a language. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en-US' ? en : zh;
}

/** The words of the toolbar's language. */
export function useMessages(): Messages {
  return messagesOf(useContext(LocaleContext));
}
