import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/settings.ts';
import { loadWords } from './load-words.ts';

/** The language on screen. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n);
}

/** The language that a translator speaks. */
export function languageOf({ language }: Pick<Translator, 'language'>): Language {
  return language === 'ko' ? 'ko' : 'en';
}

/**
 * Reads the words of a language that need not be the one on screen.
 * @returns whether they are there @throws while drawing, when they cannot be read
 */
export function useWords(language: Language): boolean {
  const { i18n } = useTranslation();
  const [, setState] = useState<Language>();
  useEffect(() => {
    loadWords(i18n, language).then(
      () => setState(language),
      (error: unknown) =>
        setState(() => {
          throw error;
        }),
    );
  }, [i18n, language]);
  return i18n.hasResourceBundle(language, 'ui');
}
