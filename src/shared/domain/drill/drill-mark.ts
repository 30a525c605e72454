import type { PlaybookLanguage } from '../playbook/schema.ts';

const MARKS = { en: 'DRILL', ko: '훈련' } as const;
const LINES = {
  en: 'DRILL: this is an exercise, not a real incident',
  ko: '훈련: 실제 인시던트가 아닙니다',
} as const;

/** The word that stands wherever something of a drill shows, so that nobody takes it for real (process document 8.2). */
export function drillMark(language: PlaybookLanguage): string {
  return MARKS[language];
}

/** The first line of every message from a drill. */
export function drillLine(language: PlaybookLanguage): string {
  return LINES[language];
}
