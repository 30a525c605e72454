import type { Translator } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/settings.ts';

/** A file for each language: most people read one of them. */
const files = {
  en: () => import('#shared/i18n/en/ui.ts'),
  ko: () => import('#shared/i18n/ko/ui.ts'),
} satisfies Record<Language, unknown>;

/** Reads the window's words in a language, unless they are there. */
export async function loadWords(translator: Translator, language: Language): Promise<void> {
  if (translator.hasResourceBundle(language, 'ui')) return;
  const { ui } = await files[language]();
  translator.addResourceBundle(language, 'ui', ui);
}
