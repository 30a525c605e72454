import type { CommandLine } from 'electron';
import type { Language, Settings } from '#shared/settings.ts';

/** The language in force. @param systemLocale a BCP 47 tag such as `ko-KR` */
export function languageOf(setting: Settings['language'], systemLocale: string): Language {
  if (setting !== 'system') return setting;
  return systemLocale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/**
 * Before Electron is ready: what the runtime draws by itself, such as date fields, speaks the language that was chosen. A
 * language chosen while it runs is spoken there from the next start on.
 */
export function speakAtStart(
  commandLine: Pick<CommandLine, 'hasSwitch' | 'appendSwitch'>,
  setting: Settings['language'],
): void {
  if (setting !== 'system' && !commandLine.hasSwitch('lang')) commandLine.appendSwitch('lang', setting);
}
