import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/settings.ts';
import { loadWords } from '../ui/load-words.ts';

/**
 * Speaks the language that main says.
 * @returns whether the window speaks yet; while it learns another language, it goes on in the one before
 * @throws while drawing, when the words cannot be read
 */
export function useSpeech(language: Language | undefined): boolean {
  const { i18n } = useTranslation();
  const [speaks, setSpeaks] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const speak = async (): Promise<void> => {
      if (language === undefined) return;
      await loadWords(i18n, language);
      if (!isWanted) return;
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
  // The guess that the window was begun with was right: there is nothing to wait for.
  return speaks || (i18n.language === language && i18n.hasResourceBundle(language, 'ui'));
}
