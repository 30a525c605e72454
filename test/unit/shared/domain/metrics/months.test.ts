import { describe, expect, it } from 'vitest';
import { monthsUntil } from '#shared/domain/metrics/months.ts';

const iso = (at: number): string => new Date(at).toISOString();
const borders = (now: string, count: number, zone: string): string[] =>
  monthsUntil(Date.parse(now), count, zone).map(({ key, from, to }) => `${key} ${iso(from)} ${iso(to)}`);

describe('months', () => {
  it('begin at midnight in Seoul, nine hours before they do in UTC', () => {
    expect(borders('2026-11-30T15:00:00Z', 2, 'Asia/Seoul')).toEqual([
      '2026-11 2026-10-31T15:00:00.000Z 2026-11-30T15:00:00.000Z',
      '2026-12 2026-11-30T15:00:00.000Z 2026-12-31T15:00:00.000Z',
    ]);
    expect(borders('2026-11-30T14:59:59Z', 1, 'Asia/Seoul')).toEqual([
      '2026-11 2026-10-31T15:00:00.000Z 2026-11-30T15:00:00.000Z',
    ]);
  });

  it('are an hour longer or shorter where the clocks change in them', () => {
    // 2026: forward on 8 March, back on 1 November.
    expect(borders('2026-11-02T00:00:00Z', 9, 'America/New_York')).toEqual([
      '2026-03 2026-03-01T05:00:00.000Z 2026-04-01T04:00:00.000Z',
      '2026-04 2026-04-01T04:00:00.000Z 2026-05-01T04:00:00.000Z',
      '2026-05 2026-05-01T04:00:00.000Z 2026-06-01T04:00:00.000Z',
      '2026-06 2026-06-01T04:00:00.000Z 2026-07-01T04:00:00.000Z',
      '2026-07 2026-07-01T04:00:00.000Z 2026-08-01T04:00:00.000Z',
      '2026-08 2026-08-01T04:00:00.000Z 2026-09-01T04:00:00.000Z',
      '2026-09 2026-09-01T04:00:00.000Z 2026-10-01T04:00:00.000Z',
      '2026-10 2026-10-01T04:00:00.000Z 2026-11-01T04:00:00.000Z',
      '2026-11 2026-11-01T04:00:00.000Z 2026-12-01T05:00:00.000Z',
    ]);
  });

  it('begin after the gap where their first midnight does not exist, and at the first of two', () => {
    // Paraguay set its clocks forward at midnight of 1 October 2023; Cuba sets them back at 1:00 on 1 November 2026.
    expect(borders('2023-10-15T00:00:00Z', 1, 'America/Asuncion')[0]).toMatch(/^2023-10 2023-10-01T04:00/);
    expect(borders('2026-11-15T00:00:00Z', 1, 'America/Havana')[0]).toMatch(/^2026-11 2026-11-01T04:00/);
  });

  it('go back over the turn of the year', () => {
    expect(monthsUntil(Date.UTC(2027, 0, 15), 3, 'UTC').map(({ key }) => key)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
    ]);
  });
});
