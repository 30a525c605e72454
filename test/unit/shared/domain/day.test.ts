import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, instantOf, isDay } from '#shared/domain/day.ts';
import { DAY_MS, HOUR_MS } from '#shared/domain/duration.ts';

const ZONES = [
  'UTC',
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

it.each([
  ['2026-11-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
  ['tomorrow', false],
  ['2026-11-28T00:00', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});

it.each([
  ['2026-11-28T14:59:59Z', 'Asia/Seoul', '2026-11-28'],
  ['2026-11-28T15:00:00Z', 'Asia/Seoul', '2026-11-29'],
  ['2026-11-28T04:59:59Z', 'America/New_York', '2026-11-27'],
  ['2026-12-31T15:00:00Z', 'Asia/Seoul', '2027-01-01'],
])('%s in %s is %s', (at, timeZone, day) => {
  expect(dayOf(Date.parse(at), timeZone)).toBe(day);
});

describe('a time of day', () => {
  it.each([
    ['2026-11-28', '09:00', 'Asia/Seoul', '2026-11-28T00:00:00Z'],
    ['2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00Z'],
    ['2026-12-01', '09:00', 'America/New_York', '2026-12-01T14:00:00Z'],
    // Clocks go from 02:00 to 03:00 on 8 March 2026.
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    // And twice through 01:30 on 1 November 2026.
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ])('of %s, at %s, in %s is %s', (day, time, timeZone, at) => {
    expect(instantOf(day, time, timeZone)).toBe(Date.parse(at));
  });

  it('of a day that does not exist is none', () => {
    expect(instantOf('2026-02-31', '00:00', 'UTC')).toBeUndefined();
  });

  it('lies in its day, whatever the zone', () => {
    const at = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(at, fc.constantFrom(...ZONES), (instant, timeZone) => {
        const day = dayOf(instant, timeZone);
        const noon = instantOf(day, '12:00', timeZone) ?? 0;
        expect(dayOf(noon, timeZone)).toBe(day);
        expect(Math.abs(noon - instant)).toBeLessThanOrEqual(12 * HOUR_MS + HOUR_MS);
      }),
    );
  });
});

it('counts days across every change of clocks, months and leap years', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addDays('2026-02-31', 1)).toBe('2026-02-31');
  const days = fc.integer({ min: -4000, max: 4000 });
  const start = fc
    .integer({ min: 0, max: 20_000 })
    .map((n) => new Date(n * DAY_MS).toISOString().slice(0, 10));
  fc.assert(
    fc.property(start, days, (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

describe('months later', () => {
  it.each([
    ['2026-01-15', 3, '2026-04-15'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-10-01', 3, '2027-01-01'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-05-31', 0, '2026-05-31'],
    ['2026-02-31', 3, '2026-02-31'],
  ])('%s and %i is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it('is a day of that month, and of no later date in it', () => {
    const at = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 36 }), (instant, months) => {
        const day = dayOf(instant, 'UTC');
        const later = addMonths(day, months);
        const monthsOf = (each: string): number => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        expect(isDay(later)).toBe(true);
        expect(monthsOf(later)).toBe(monthsOf(day) + months);
        expect(later.slice(8) <= day.slice(8)).toBe(true);
        // An earlier date only where the month ends.
        const isLast = addDays(later, 1).endsWith('-01');
        expect(later.slice(8) === day.slice(8) || isLast).toBe(true);
      }),
    );
  });
});
