export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** Months of the calendar, which are of no one length. */
export interface Months {
  readonly months: number;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  s: SECOND_MS,
  m: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  w: WEEK_MS,
};
const DURATION = /^(\d{1,6})([smhdw])$/;
const MONTHS = /^([1-9]\d{0,2})mo$/;

/** Reads `90s`, `15m`, `24h`, `1w`; milliseconds, or undefined when it is not of that form. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text.trim());
  if (match === null) return undefined;
  const unit = UNIT_MS[match[2] ?? ''];
  return unit === undefined ? undefined : Number(match[1]) * unit;
}

/** Reads `3mo`; undefined when it is not of that form. */
export function parseMonths(text: string): Months | undefined {
  const match = MONTHS.exec(text.trim());
  return match === null ? undefined : { months: Number(match[1]) };
}
