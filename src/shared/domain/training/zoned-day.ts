import { DAY_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import { dateStamp } from '../incident/channel.ts';

/** A calendar day, `2026-11-23`: such texts sort by time. */
export type Day = string;

/** The day that an instant falls on in a time zone. */
export function dayIn(timeZone: string, at: Instant): Day {
  const stamp = dateStamp(at, timeZone);
  return `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6)}`;
}

/** The day so many days later. Days, not hours: no change of the clocks moves it. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
