import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { IncidentFigures, NotCounted } from '#shared/domain/metrics/incident-figures.ts';
import {
  type Dashboard,
  dashboardOf,
  type DashboardQuery,
  SCOPES,
} from '#shared/domain/metrics/dashboard.ts';
import { type LeftOut, MEASURES, type Tally } from '#shared/domain/metrics/measure.ts';
import type { Tile } from '#shared/domain/metrics/tiles.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { figuresAt, NOW, type Stamps, yearOfFigures } from './figures.ts';

const playbook = builtInPlaybook('en');
const query: DashboardQuery = {
  metrics: playbook.metrics ?? [],
  milestones: playbook.milestones.map(({ id }) => id),
  now: NOW,
  timeZone: 'Asia/Seoul',
  months: 6,
};

/**
 * Half a year, by hand. The period is June to November 2026 in Seoul: from 2026-05-31T15:00Z to now, 180.5 days, its
 * middle 2026-08-29T21:00Z.
 */
const INCIDENTS: readonly IncidentFigures[] = [
  // June 30, 23:59 in Seoul.
  figuresAt(
    'june',
    '2026-06-30T14:59:00Z',
    { fault: -4, acknowledged: 3, declared: 4, resolved: 45 },
    {
      updates: { due: 2, kept: 2 },
      milestones: { acknowledge: 0, declare: 0, resolve: 0 },
      actions: { total: 4, completed: 4 },
    },
  ),
  // A minute later it is July.
  figuresAt(
    'july',
    '2026-06-30T15:00:00Z',
    { acknowledged: 5, declared: 9, resolved: 75 },
    {
      updates: { due: 4, kept: 1 },
      milestones: { acknowledge: 0, declare: 4 * MINUTE_MS, resolve: 15 * MINUTE_MS },
      actions: { total: 6, completed: 4 },
    },
  ),
  // Resolved after 60 minutes, reopened after 100, resolved for good after 130: that one counts.
  figuresAt(
    'reopened',
    '2026-09-10T01:00:00Z',
    { fault: -10, acknowledged: 4, declared: 20, resolved: 130 },
    {
      severity: 'SEV-2',
      reopened: 1,
      updates: { due: 3, kept: 3 },
      milestones: { acknowledge: 0, declare: 5 * MINUTE_MS, assemble: 'skipped', resolve: 0 },
    },
  ),
  // November in Seoul, October in New York; its fault is said to have begun after it was detected.
  figuresAt(
    'border',
    '2026-10-31T23:30:00Z',
    { fault: 1, acknowledged: 12, resolved: 1200 },
    { severity: 'SEV-3' },
  ),
  // Nobody has taken it yet.
  figuresAt('open', '2026-11-27T20:00:00Z', {}, { severity: 'SEV-3', milestones: { acknowledge: 'open' } }),
  figuresAt('drill', '2026-11-02T01:00:00Z', { acknowledged: 60, resolved: 600 }, { notCounted: 'drill' }),
  figuresAt('test', '2026-11-03T01:00:00Z', { acknowledged: 60, resolved: 600 }, { notCounted: 'test' }),
  figuresAt('merged', '2026-11-04T01:00:00Z', { acknowledged: 60 }, { notCounted: 'merged' }),
  // A second before the period.
  figuresAt('before', '2026-05-31T14:59:59Z', { acknowledged: 60, resolved: 600 }, { severity: 'SEV-4' }),
];
const found = dashboardOf(INCIDENTS, query);

function tile({ tiles }: Dashboard, id: Tile['id']): Tile {
  const one = tiles.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no tile ${id}`);
  return one;
}
const minutes = (ms: number | undefined): number | undefined =>
  ms === undefined ? undefined : ms / MINUTE_MS;
const lacking = (leftOut: readonly LeftOut[]): string[] =>
  leftOut.flatMap(({ reason, ids }) => ids.map((id) => `${id}: ${reason}`)).toSorted();

describe('a dashboard computed by hand', () => {
  it('counts what was detected in the period, newest first, and says what does not count', () => {
    expect(found.ids).toEqual(['open', 'border', 'reopened', 'july', 'june']);
    expect(found.recent).toEqual(found.ids);
    expect(found.notCounted).toEqual({ drill: ['drill'], test: ['test'], merged: ['merged'] });
    expect(found.bySeverity).toEqual({
      'SEV-1': ['july', 'june'],
      'SEV-2': ['reopened'],
      'SEV-3': ['open', 'border'],
      'SEV-4': [],
    });
  });

  it('puts each into the month of the playbook’s time zone', () => {
    const monthsOf = ({ months, byMonth }: Dashboard): string[] =>
      months.map(({ key }, index) =>
        `${key} ${Object.values(byMonth[index] ?? {})
          .flat()
          .join(' ')}`.trim(),
      );
    expect(monthsOf(found)).toEqual([
      '2026-06 june',
      '2026-07 july',
      '2026-08',
      '2026-09 reopened',
      '2026-10',
      '2026-11 open border',
    ]);
    expect(monthsOf(dashboardOf(INCIDENTS, { ...query, timeZone: 'America/New_York' }))).toEqual([
      '2026-06 july june',
      '2026-07',
      '2026-08',
      '2026-09 reopened',
      '2026-10 border',
      '2026-11 open',
    ]);
  });

  it('takes MTTR of the goal’s severity: (45 + 75) / 2 = 60 min, which is not under an hour', () => {
    const mttr = tile(found, 'mttr');
    expect(mttr).toMatchObject({
      severities: ['SEV-1'],
      verdict: 'warn',
      ids: ['july', 'june'],
      leftOut: [],
    });
    expect(minutes(mttr.value)).toBe(60);
    // Both lie before the period's middle: there is nothing to compare with.
    expect(mttr.trend).toBeUndefined();
  });

  it('takes MTTA of all: (3 + 5 + 4 + 12) / 4 = 6 min, without the one nobody has taken', () => {
    const mtta = tile(found, 'mtta');
    expect(minutes(mtta.value)).toBe(6);
    expect(mtta.verdict).toBe('warn');
    expect(lacking(mtta.leftOut)).toEqual(['open: not-acknowledged']);
    // (3 + 5) / 2 against (4 + 12) / 2.
    expect(mtta.trend).toEqual({ direction: 'rising', earlier: 4 * MINUTE_MS, later: 8 * MINUTE_MS });
  });

  it('tells how times lie beside their mean: MTTR 45, 75, 130 and 1200 min', () => {
    const { period, months } = found.measures.mttr.all;
    const { count = 0, mean, median, min, max } = period.distribution ?? {};
    expect([count, minutes(mean), minutes(median), minutes(min), minutes(max)]).toEqual([
      4, 362.5, 102.5, 45, 1200,
    ]);
    expect(lacking(period.leftOut)).toEqual(['open: not-resolved']);
    expect(months.map(({ distribution }) => minutes(distribution?.mean))).toEqual([
      45,
      75,
      undefined,
      130,
      undefined,
      1200,
    ]);
    expect(found.measures.mttr['SEV-2'].period.ids).toEqual(['reopened']);
  });

  it('takes MTTD only where the fault’s beginning is known and before detection: (4 + 10) / 2 = 7 min', () => {
    const { period } = found.measures.mttd.all;
    expect(minutes(period.distribution?.mean)).toBe(7);
    expect(lacking(period.leftOut)).toEqual([
      'border: out-of-order',
      'july: no-fault-start',
      'open: no-fault-start',
    ]);
  });

  it('counts incidents a month: 5 in 180.5 days of 30.436875, and 2 in the first half against 3', () => {
    const rate = tile(found, 'incident-rate');
    expect(rate.value).toBeCloseTo((5 * 30.436875) / 180.5, 6);
    expect(rate.trend?.earlier).toBeCloseTo((2 * 30.436875) / 90.25, 6);
    expect(rate.trend?.later).toBeCloseTo((3 * 30.436875) / 90.25, 6);
    expect(rate).toMatchObject({ verdict: 'warn', trend: { direction: 'rising' } });
  });

  it('takes what is completed of all action items: (4 + 4) / (4 + 6) = 80 %', () => {
    const completion = tile(found, 'action-item-completion');
    expect(completion).toMatchObject({ value: 0.8, verdict: 'warn', ids: ['july', 'june'] });
    expect(lacking(completion.leftOut)).toEqual([
      'border: no-action-item',
      'open: no-action-item',
      'reopened: no-action-item',
    ]);
  });

  it('tells how each milestone was kept', () => {
    const late = (id: string): unknown => {
      const {
        inTime,
        late: tooLate,
        skipped,
        open,
        lateBy,
      } = found.lateness.find((each) => each.id === id) ?? {};
      return { inTime, late: tooLate, skipped, open, by: minutes(lateBy?.mean) };
    };
    expect(found.lateness.map(({ id }) => id)).toEqual(['acknowledge', 'declare', 'assemble', 'resolve']);
    expect(late('acknowledge')).toEqual({
      inTime: ['reopened', 'july', 'june'],
      late: [],
      skipped: [],
      open: ['open'],
      by: undefined,
    });
    // 4 and 5 minutes late.
    expect(late('declare')).toMatchObject({ inTime: ['june'], late: ['reopened', 'july'], by: 4.5 });
    expect(late('assemble')).toMatchObject({ skipped: ['reopened'] });
    expect(late('resolve')).toMatchObject({ inTime: ['reopened', 'june'], late: ['july'], by: 15 });
  });

  it('tells how updates were kept: 2 + 1 + 3 of 2 + 4 + 3', () => {
    const { due, kept, ids, missed, leftOut } = found.cadence;
    expect({ due, kept, ids, missed }).toEqual({
      due: 9,
      kept: 6,
      ids: ['reopened', 'july', 'june'],
      missed: ['july'],
    });
    expect(lacking(leftOut)).toEqual(['border: not-declared', 'open: not-declared']);
  });

  it('judges no trend of a rate before there is a month to compare with', () => {
    const young = dashboardOf(INCIDENTS.slice(2, 5), query);
    expect(tile(young, 'incident-rate')).toMatchObject({ verdict: 'unknown' });
    expect(tile(young, 'incident-rate').trend).toBeUndefined();
    // From 2026-09-10T01:00Z it is 79.08 days: three incidents in what is known, not in half a year.
    expect(tile(young, 'incident-rate').value).toBeCloseTo((3 * 30.436875) / (79 + 2 / 24), 6);
  });

  it('says nothing where there is nothing', () => {
    const empty = dashboardOf([], query);
    expect(empty.ids).toEqual([]);
    for (const each of empty.tiles) expect([each.value, each.verdict]).toEqual([undefined, 'unknown']);
    expect(empty.measures.mttr.all.period.distribution).toBeUndefined();
  });
});

describe('a goal', () => {
  const withRates = (earlier: number, later: number): Tile => {
    const many = (count: number, daysAgo: number): IncidentFigures[] =>
      Array.from({ length: count }, (_, index) =>
        figuresAt(`${daysAgo}-${index}`, NOW - (daysAgo + index / 100) * DAY_MS),
      );
    // What is known begins before the period.
    const known = figuresAt('known', NOW - 300 * DAY_MS);
    return tile(dashboardOf([known, ...many(earlier, 120), ...many(later, 30)], query), 'incident-rate');
  };
  const onlyOne = (stamps: Stamps, rest: Partial<IncidentFigures> = {}): Dashboard =>
    dashboardOf([figuresAt('one', '2026-11-20T00:00:00Z', stamps, rest)], query);

  it.each([
    ['fewer than before', 4, 2, 'falling', 'pass'],
    ['as many as before', 4, 4, 'steady', 'warn'],
    ['more than before', 2, 4, 'rising', 'warn'],
    ['none, before and now', 0, 0, 'steady', 'pass'],
  ] as const)('of a falling rate: %s', (_, earlier, later, direction, verdict) => {
    expect(withRates(earlier, later)).toMatchObject({ verdict, trend: { direction } });
  });

  it('of a twentieth apart is steady, of more is not', () => {
    expect(withRates(40, 39).trend?.direction).toBe('steady');
    expect(withRates(40, 41).trend?.direction).toBe('steady');
    expect(withRates(40, 37).trend?.direction).toBe('falling');
  });

  it.each([
    [9, 'warn'],
    [10, 'pass'],
  ] as const)('of more than 90 %% is not met at 90: %i of 10', (completed, verdict) => {
    const board = onlyOne({}, { actions: { total: 10, completed } });
    expect(tile(board, 'action-item-completion').verdict).toBe(verdict);
  });

  it.each([
    [4, 'pass'],
    [5, 'warn'],
  ] as const)('of under 5 minutes is not met at 5: %i', (acknowledged, verdict) => {
    expect(tile(onlyOne({ acknowledged }), 'mtta').verdict).toBe(verdict);
  });

  it('counts what took no time at all', () => {
    expect(tile(onlyOne({ acknowledged: 0 }), 'mtta')).toMatchObject({ value: 0, ids: ['one'], leftOut: [] });
  });
});

describe('any dashboard', () => {
  const size = ({ ids, leftOut }: Pick<Tally, 'ids' | 'leftOut'>): number =>
    leftOut.reduce((sum, each) => sum + each.ids.length, ids.length);

  it('is the same in whatever order its incidents come', () => {
    fc.assert(
      fc.property(yearOfFigures, fc.infiniteStream(fc.nat()), (figures, order) => {
        const shuffled = figures
          .map((each) => [order.next().value, each] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, each]) => each);
        expect(dashboardOf(shuffled, query)).toEqual(dashboardOf(figures, query));
      }),
    );
  });

  it('has every incident of the period in each figure or among what it left out', () => {
    fc.assert(
      fc.property(yearOfFigures, (figures) => {
        const board = dashboardOf(figures, query);
        const from = board.months[0]?.from ?? 0;
        expect(board.ids).toHaveLength(figures.filter(({ detectedAt }) => detectedAt >= from).length);
        const ofSeverity = (scope: string): number =>
          board.ids.length === 0
            ? 0
            : figures.filter((each) => board.ids.includes(each.id) && each.severity === scope).length;
        for (const measure of MEASURES)
          for (const scope of SCOPES) {
            const { period, months } = board.measures[measure][scope];
            expect(size(period)).toBe(scope === 'all' ? board.ids.length : ofSeverity(scope));
            expect(months.reduce((sum, each) => sum + size(each), 0)).toBe(size(period));
          }
        expect(size(board.cadence)).toBe(board.ids.length);
        expect(SEVERITIES.flatMap((each) => board.bySeverity[each]).toSorted()).toEqual(board.ids.toSorted());
        for (const { inTime, late, skipped, open } of board.lateness)
          expect(new Set([...inTime, ...late, ...skipped, ...open]).size).toBe(
            inTime.length + late.length + skipped.length + open.length,
          );
      }),
    );
  });

  it('is changed by no drill, test or merged incident', () => {
    const reasons = fc.array(fc.constantFrom<NotCounted>('drill', 'test', 'merged'), { maxLength: 40 });
    fc.assert(
      fc.property(yearOfFigures, yearOfFigures, reasons, (figures, others, why) => {
        const idle = others.map(
          (each, index): IncidentFigures => ({
            ...figuresAt(`idle-${index}`, each.detectedAt),
            ...each,
            id: figuresAt(`idle-${index}`, 0).id,
            notCounted: why[index] ?? 'drill',
          }),
        );
        const { notCounted: _idle, ...withThem } = dashboardOf([...figures, ...idle], query);
        const { notCounted: _none, ...without } = dashboardOf(figures, query);
        expect(withThem).toEqual(without);
      }),
    );
  });

  it('is made of 10,000 incidents while nobody waits', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      figuresAt(
        `incident-${index}`,
        NOW - index * 0.018 * DAY_MS,
        { acknowledged: index % 97, resolved: 30 + (index % 977) },
        {
          severity: SEVERITIES[index % 4] ?? 'SEV-1',
          milestones: { acknowledge: index % 3, resolve: 'open' },
        },
      ),
    );
    expect(dashboardOf(many, query).ids.length).toBeGreaterThan(9_900);
  });
});
