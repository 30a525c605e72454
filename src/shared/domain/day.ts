import { DAY_MS, MINUTE_MS } from './duration.ts';
import type { Instant } from './ids.ts';

/** A day of the calendar as `YYYY-MM-DD`, in whatever time zone it is meant. Days sort as text. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: the 31st of February is none. */
export function isDay(text: string): boolean {
  return DAY.test(text) && startInUtc(text) !== undefined;
}

/** The day of an instant in a time zone. */
export function dayOf(at: Instant, timeZone: string): Day {
  const parts = partsOf(at, timeZone);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The day so many days later; a day that does not exist stays as it is. */
export function addDays(day: Day, days: number): Day {
  const start = startInUtc(day);
  return start === undefined ? day : new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie from one to the other; below zero when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(((startInUtc(to) ?? 0) - (startInUtc(from) ?? 0)) / DAY_MS);
}

/**
 * The instant of a time of day in a time zone. Where clocks are set forward, a time that does not exist becomes the one
 * after the gap; where they are set back, the first of the two.
 * @param minutes since midnight
 * @returns undefined for a day that does not exist
 */
export function instantOf(day: Day, minutes: number, timeZone: string): Instant | undefined {
  const start = startInUtc(day);
  if (start === undefined) return undefined;
  const asUtc = start + minutes * MINUTE_MS;
  // Offsets a day to either side are those before and after a change: one of them is right.
  const candidates = [-DAY_MS, DAY_MS].map((away) => asUtc - offsetAt(asUtc + away, timeZone));
  const fits = candidates.filter((at) => at + offsetAt(at, timeZone) === asUtc);
  return fits.length > 0 ? Math.min(...fits) : Math.max(...candidates);
}

/** What the clocks of a time zone are ahead of UTC at an instant, in ms. */
function offsetAt(at: Instant, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(at, timeZone);
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return shown - Math.floor(at / 1000) * 1000;
}

function startInUtc(day: Day): Instant | undefined {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than all its uses. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const held = formats.get(timeZone);
  if (held !== undefined) return held;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

function partsOf(at: Instant, timeZone: string) {
  const found = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
  return {
    year: part('year').padStart(4, '0'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}
