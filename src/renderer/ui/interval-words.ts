import type { TFunction } from 'i18next';
import { type Months, WEEK_MS } from '#shared/domain/duration.ts';
import { durationWords } from './format.ts';

/** How often something comes round: `Every 3 months`, `Every 2 weeks`. @param every months, or ms */
export function intervalWords(t: TFunction, every: Months | number): string {
  if (typeof every !== 'number') return t('book.everyMonths', { count: every.months });
  return every % WEEK_MS === 0
    ? t('book.everyWeeks', { count: every / WEEK_MS })
    : t('book.every', { every: durationWords(t, every) });
}
