import { expect, it } from 'vitest';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  parseDuration,
  parseMonths,
  SECOND_MS,
  WEEK_MS,
} from '#shared/domain/duration.ts';

it.each([
  ['90s', 90 * SECOND_MS],
  ['15m', 15 * MINUTE_MS],
  ['24h', DAY_MS],
  ['1h', HOUR_MS],
  ['2d', 2 * DAY_MS],
  ['1w', WEEK_MS],
  ['0m', 0],
  [' 5m ', 5 * MINUTE_MS],
  ['', undefined],
  ['15', undefined],
  ['m', undefined],
  ['-5m', undefined],
  ['1.5h', undefined],
  ['1h30m', undefined],
  ['1y', undefined],
  ['1234567s', undefined],
])('"%s" is %s ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

it.each([
  ['1mo', 1],
  [' 3mo ', 3],
  ['12mo', 12],
  ['999mo', 999],
  ['', undefined],
  ['0mo', undefined],
  ['03mo', undefined],
  ['1000mo', undefined],
  ['3m', undefined],
  ['3 mo', undefined],
  ['-3mo', undefined],
  ['3mos', undefined],
])('"%s" is %s months', (text, expected) => {
  expect(parseMonths(text)?.months).toBe(expected);
});
