import type { TFunction } from 'i18next';
import { type Day, isDay } from '#shared/domain/day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { zoneName } from '#shared/domain/message/fill.ts';
import type { Language } from '#shared/settings.ts';

/** `7:48`, `1:07:48`; whole seconds, never negative. */
export function clockFigures(ms: number): string {
  const total = Math.max(0, Math.floor(ms / SECOND_MS));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = `${total % 60}`.padStart(2, '0');
  return hours > 0 ? `${hours}:${`${minutes}`.padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** `T+07:12`, `T+1:07:12`, and `T+3d 04:05:06` from a day on. */
export function elapsedFigures(ms: number): string {
  const days = Math.floor(Math.max(0, ms) / DAY_MS);
  const figures = clockFigures(Math.max(0, ms) - days * DAY_MS);
  if (days > 0)
    return `T+${days}d ${figures.split(':').length === 2 ? `00:${figures.padStart(5, '0')}` : figures.padStart(8, '0')}`;
  return `T+${figures.padStart(5, '0')}`;
}

/** A length of time in words, to its two largest units: `23 h`, `1 h 12 min`, `4 s`. */
export function durationWords(t: TFunction, ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  if (days > 0) return hours === 0 ? t('time.days', { days }) : t('time.daysHours', { days, hours });
  if (hours > 0)
    return minutes === 0 ? t('time.hours', { hours }) : t('time.hoursMinutes', { hours, minutes });
  if (minutes > 0) return t('time.minutes', { count: minutes });
  return t('time.seconds', { count: Math.max(0, Math.floor(ms / SECOND_MS)) });
}

/** Figures while they matter to the second, words from an hour on. */
export function remainingText(t: TFunction, ms: number): string {
  return ms < HOUR_MS ? clockFigures(ms) : durationWords(t, ms);
}

export function agoText(t: TFunction, ms: number): string {
  return ms < 5 * SECOND_MS ? t('time.justNow') : t('time.ago', { time: durationWords(t, ms) });
}

/** `02:11` in a time zone; with the date when it is another day than `now`. */
export function timeOfDay(at: Instant, timeZone: string, language: Language, now?: Instant): string {
  const time = formatter(language, timeZone, 'time').format(at);
  if (now === undefined) return time;
  const date = formatter(language, timeZone, 'date');
  return date.format(at) === date.format(now) ? time : `${date.format(at)} ${time}`;
}

/** Date, time to the second and zone: for facts that have to be unmistakable. */
export function fullTime(at: Instant, timeZone: string, language: Language): string {
  return `${formatter(language, timeZone, 'full').format(at)} ${zoneName(at, timeZone)}`;
}

const SHAPES = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { month: 'short', day: 'numeric' },
  year: { year: 'numeric', month: 'short', day: 'numeric' },
  full: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const made = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than all its uses. */
function formatter(language: Language, timeZone: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${shape}`;
  const held = made.get(key);
  if (held !== undefined) return held;
  const next = new Intl.DateTimeFormat(language, { timeZone, ...SHAPES[shape] });
  made.set(key, next);
  return next;
}

/** A day (`YYYY-MM-DD`) in words, with the year when it is another than today's; as it is when there is no such day. */
export function dayText(day: Day, language: Language, today: Day): string {
  if (!isDay(day)) return day;
  const shape = day.slice(0, 4) === today.slice(0, 4) ? 'date' : 'year';
  return formatter(language, 'UTC', shape).format(Date.parse(`${day}T00:00:00Z`));
}
