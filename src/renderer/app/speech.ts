import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/settings.ts';
import { languageOf } from '../ui/language.ts';
import { loadWords } from '../ui/load-words.ts';

/**
 * Speaks the language that main says. Until it has said, the words most probably needed are read already.
 * @returns whether the window speaks yet; while it learns another language, it goes on in the one before
 * @throws while drawing, when the words cannot be read
 */
export function useSpeech(language: Language | undefined): boolean {
  const { i18n } = useTranslation();
  const [speaks, setSpeaks] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const speak = async (): Promise<void> => {
      await loadWords(i18n, language ?? languageOf(i18n));
      if (!isWanted || language === undefined) return;
      document.documentElement.lang = language;
      await i18n.changeLanguage(language);
      setSpeaks(true);
    };
    speak().catch((error: unknown) =>
      setSpeaks(() => {
        throw error;
      }),
    );
    return () => {
      isWanted = false;
    };
  }, [i18n, language]);
  return speaks;
}
