import type { Instant } from '../ids.ts';
import { fromZonedInput, toZonedInput } from '../zoned-time.ts';

/** A calendar month of a time zone: `from` is in it, `to` is the next one's. */
export interface Month {
  /** `2026-11`. */
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** The month of `now` and those before it, `count` in all, oldest first, as the zone's calendar has them. */
export function monthsUntil(now: Instant, count: number, timeZone: string): Month[] {
  const [year = 1970, month = 1] = toZonedInput(now, timeZone).split('-', 2).map(Number);
  const starts = Array.from({ length: count + 1 }, (_, index) => {
    const place = year * 12 + (month - 1) - (count - 1) + index;
    const key = `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`;
    return { key, from: fromZonedInput(`${key}-01T00:00`, timeZone) ?? now };
  });
  return starts
    .slice(0, count)
    .map(({ key, from }, index) => ({ key, from, to: starts[index + 1]?.from ?? now }));
}
