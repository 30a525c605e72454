import { alerts as en } from './en/alerts.ts';
import { alerts as ko } from './ko/alerts.ts';
import type { Words } from './translator.ts';

/** What main says, in both languages: notifications, tray and system dialogs change theirs at once. */
export const alertWords = { en: { alerts: en }, ko: { alerts: ko } } satisfies Words;
