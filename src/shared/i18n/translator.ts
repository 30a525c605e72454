import { createInstance, type i18n } from 'i18next';
import type { Language } from '../settings.ts';
import type { Catalogue } from './catalogue.ts';

export type Translator = i18n;

/** Of each language, the parts that are there. */
export type Words = Partial<Record<Language, Partial<Record<keyof Catalogue, object>>>>;

/**
 * Speaks in one language, switchable while running with `changeLanguage`. Values are put in as they are: whoever shows
 * them (React, the notifier) escapes for its own medium.
 * @param words all that it can say; more is added with `addResourceBundle`
 */
export function createTranslator(language: Language, words: Words): Translator {
  const translator = createInstance({
    lng: language,
    fallbackLng: 'en',
    ns: ['ui', 'alerts'],
    defaultNS: 'ui',
    resources: words,
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  void translator.init();
  return translator;
}
