import type { IncidentId, Instant } from '../ids.ts';
import type { PlaybookMetric } from '../playbook/schema-after.ts';
import { SEVERITIES, type Severity } from '../severity.ts';
import type { IncidentFigures, NotCounted } from './incident-figures.ts';
import { latenessOf, type MilestoneLateness } from './lateness.ts';
import { type LeftOut, LeftOutList, type Measure, MEASURES, type Tally, tallyOf } from './measure.ts';
import { type Month, monthsUntil } from './months.ts';
import { type Tile, tileOf } from './tiles.ts';

/** Whose figures: one severity's, or all. */
export type Scope = Severity | 'all';
export const SCOPES: readonly Scope[] = ['all', ...SEVERITIES];

export interface DashboardQuery {
  /** Of the playbook in force: goals, and the order of its milestones. */
  readonly metrics: readonly PlaybookMetric[];
  readonly milestones: readonly string[];
  readonly now: Instant;
  /** The months' (reading 6). */
  readonly timeZone: string;
  /** How many months, the one of `now` among them. */
  readonly months: number;
}

/** How a measure lies, over the period and month by month (in the order of the months). */
export interface MeasureView {
  readonly period: Tally;
  readonly months: readonly Tally[];
}
/** Of the status updates that were due, how many came in time. */
export interface CadenceView {
  readonly due: number;
  readonly kept: number;
  /** Those that were to be updated. */
  readonly ids: readonly IncidentId[];
  /** Those of them that missed one. */
  readonly missed: readonly IncidentId[];
  readonly leftOut: readonly LeftOut[];
}

/** Everything on the dashboard (process document 7.1 and 7.2), every figure with the incidents behind it. */
export interface Dashboard {
  readonly months: readonly Month[];
  /** Detected in the period and counted. */
  readonly ids: readonly IncidentId[];
  /** Detected in the period, and counted nowhere (reading 8). */
  readonly notCounted: Readonly<Record<NotCounted, readonly IncidentId[]>>;
  readonly tiles: readonly Tile[];
  readonly bySeverity: Readonly<Record<Severity, readonly IncidentId[]>>;
  /** Month by month, in the order of the months. */
  readonly byMonth: readonly Readonly<Record<Severity, readonly IncidentId[]>>[];
  readonly measures: Readonly<Record<Measure, Readonly<Record<Scope, MeasureView>>>>;
  readonly lateness: readonly MilestoneLateness[];
  readonly cadence: CadenceView;
  /** Newest first. */
  readonly recent: readonly IncidentId[];
}

const RECENT = 6;
const TILES = ['mttr', 'mtta', 'incident-rate', 'action-item-completion'] as const;

/** The dashboard of some incidents, in any order. An incident is of the month in which it was detected. Pure. */
export function dashboardOf(all: readonly IncidentFigures[], query: DashboardQuery): Dashboard {
  const { now, timeZone, metrics } = query;
  const months = monthsUntil(now, query.months, timeZone);
  const from = months[0]?.from ?? now;
  const inPeriod = all
    .filter(({ detectedAt }) => detectedAt >= from && detectedAt <= now)
    .toSorted(newestFirst);
  const figures = inPeriod.filter(({ notCounted }) => notCounted === undefined);
  const byMonth = months.map((month) =>
    figures.filter(({ detectedAt }) => detectedAt >= month.from && detectedAt < month.to),
  );
  const knownSince = firstDetection(all);
  return {
    months,
    ids: idsOf(figures),
    notCounted: {
      drill: idsOf(inPeriod.filter((each) => each.notCounted === 'drill')),
      test: idsOf(inPeriod.filter((each) => each.notCounted === 'test')),
      merged: idsOf(inPeriod.filter((each) => each.notCounted === 'merged')),
    },
    tiles: TILES.map((id) =>
      tileOf(
        id,
        metrics.find((metric) => metric.id === id),
        { figures, from, now, knownSince },
      ),
    ),
    bySeverity: idsBySeverity(figures),
    byMonth: byMonth.map(idsBySeverity),
    measures: recordOf(MEASURES, (measure) =>
      recordOf(SCOPES, (scope) => ({
        period: tallyOf(ofScope(figures, scope), measure),
        months: byMonth.map((some) => tallyOf(ofScope(some, scope), measure)),
      })),
    ),
    lateness: latenessOf(figures, query.milestones),
    cadence: cadenceView(figures),
    recent: idsOf(figures.slice(0, RECENT)),
  };
}

function newestFirst(one: IncidentFigures, other: IncidentFigures): number {
  return other.detectedAt - one.detectedAt || (one.id < other.id ? 1 : -1);
}

function firstDetection(all: readonly IncidentFigures[]): Instant | undefined {
  let first: Instant | undefined;
  for (const { detectedAt, notCounted } of all)
    if (notCounted === undefined && (first === undefined || detectedAt < first)) first = detectedAt;
  return first;
}

function idsOf(figures: readonly IncidentFigures[]): IncidentId[] {
  return figures.map(({ id }) => id);
}

function ofScope(figures: readonly IncidentFigures[], scope: Scope): readonly IncidentFigures[] {
  return scope === 'all' ? figures : figures.filter(({ severity }) => severity === scope);
}

function idsBySeverity(figures: readonly IncidentFigures[]): Record<Severity, readonly IncidentId[]> {
  return recordOf(SEVERITIES, (severity) => idsOf(ofScope(figures, severity)));
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}

/** Why no cadence can be told of an incident is told by what it lacks. */
function cadenceView(figures: readonly IncidentFigures[]): CadenceView {
  const leftOut = new LeftOutList();
  let due = 0;
  let kept = 0;
  const ids: IncidentId[] = [];
  const missed: IncidentId[] = [];
  for (const { id, updates, declaredAt, resolvedAt } of figures) {
    if (updates === undefined) {
      if (declaredAt === undefined) leftOut.add('not-declared', id);
      else leftOut.add(resolvedAt === undefined ? 'not-resolved' : 'no-playbook', id);
      continue;
    }
    due += updates.due;
    kept += updates.kept;
    ids.push(id);
    if (updates.kept < updates.due) missed.push(id);
  }
  return { due, kept, ids, missed, leftOut: leftOut.list() };
}
