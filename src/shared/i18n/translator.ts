import { createInstance, type i18n } from 'i18next';
import type { Language } from '../settings.ts';
import { catalogues } from './catalogue.ts';

export type Translator = i18n;

/**
 * The words, in one language, switchable while running with `changeLanguage`. Values are put in as they
 * are: whoever shows them (React, the notifier) escapes for its own medium.
 */
export function createTranslator(language: Language): Translator {
  const translator = createInstance({
    lng: language,
    fallbackLng: 'en',
    ns: ['ui', 'alerts'],
    defaultNS: 'ui',
    resources: catalogues,
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  void translator.init();
  return translator;
}
