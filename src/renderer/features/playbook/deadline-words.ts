import type { TFunction } from 'i18next';
import { DAY_MS, HOUR_MS, WEEK_MS } from '#shared/domain/duration.ts';
import { durationWords } from '../../ui/format.ts';

/** A deadline as a process document gives it: `24 h` rather than `1 d`, `1 week` rather than `7 d`. */
export function deadlineWords(t: TFunction, ms: number): string {
  if (ms > 0 && ms % WEEK_MS === 0) return t('book.weeks', { count: ms / WEEK_MS });
  if (ms <= 3 * DAY_MS && ms >= DAY_MS && ms % HOUR_MS === 0) return t('time.hours', { hours: ms / HOUR_MS });
  return durationWords(t, ms);
}
