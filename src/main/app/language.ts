import type { Language, Settings } from '#shared/settings.ts';

/** The language in force. @param systemLocale a BCP 47 tag such as `ko-KR` */
export function languageOf(setting: Settings['language'], systemLocale: string): Language {
  if (setting !== 'system') return setting;
  return systemLocale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
