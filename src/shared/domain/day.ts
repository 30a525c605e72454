import { DAY_MS } from './duration.ts';
import type { Instant } from './ids.ts';
import { fromZonedInput, toZonedInput } from './zoned-time.ts';

/** A day of the calendar as `YYYY-MM-DD`, in whatever time zone it is meant. Days sort as text. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: the 31st of February is none. */
export function isDay(text: string): boolean {
  return DAY.test(text) && startInUtc(text) !== undefined;
}

/** The day of an instant in a time zone. */
export function dayOf(at: Instant, timeZone: string): Day {
  return toZonedInput(at, timeZone).slice(0, 'YYYY-MM-DD'.length);
}

/** The day so many days later, whatever the clocks do meanwhile; a day that does not exist stays as it is. */
export function addDays(day: Day, days: number): Day {
  const start = startInUtc(day);
  return start === undefined ? day : new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day of the month so many months later, or the last one of that month where it has no such day: three months after
 * 30 November is the last of February. A day that does not exist stays as it is.
 */
export function addMonths(day: Day, months: number): Day {
  const start = startInUtc(day);
  if (start === undefined) return day;
  const date = new Date(start);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const next = Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth));
  return new Date(next).toISOString().slice(0, 10);
}

/** How many days lie from one to the other; below zero when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(((startInUtc(to) ?? 0) - (startInUtc(from) ?? 0)) / DAY_MS);
}

/**
 * The instant of a time of day in a time zone, by the rules of `fromZonedInput` where the clocks change.
 * @param time as `HH:MM`
 * @returns undefined for a day that does not exist
 */
export function instantOf(day: Day, time: string, timeZone: string): Instant | undefined {
  return isDay(day) ? fromZonedInput(`${day}T${time}`, timeZone) : undefined;
}

function startInUtc(day: Day): Instant | undefined {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : at;
}
