import { DAY_MS } from '../duration.ts';
import type { IncidentId, Instant } from '../ids.ts';
import type { PlaybookMetric } from '../playbook/schema-after.ts';
import type { Severity } from '../severity.ts';
import type { IncidentFigures } from './incident-figures.ts';
import { type LeftOut, LeftOutList, type Measure, tallyOf } from './measure.ts';

/** The mean month of the Gregorian calendar. */
const MONTH_MS = 30.436875 * DAY_MS;
/** Less than this apart, two halves are the same. */
const STEADY = 0.05;

export type TileId = PlaybookMetric['id'];

/** The later half of the period against the earlier one, in the tile's own unit. */
export interface Trend {
  readonly direction: 'rising' | 'falling' | 'steady';
  readonly earlier: number;
  readonly later: number;
}

/** One figure with its goal (process document 7.2). */
export interface Tile {
  readonly id: TileId;
  /** MTTR, MTTA, MTTD: the mean in ms; the rate: incidents a month; completion: a share. Absent: nothing to count. */
  readonly value?: number;
  /** The goal, and with it the value, is of these severities; absent: of all. */
  readonly severities?: readonly Severity[];
  /** `unknown`: no goal, nothing to count, or not enough of it to tell a trend. */
  readonly verdict: 'pass' | 'warn' | 'unknown';
  readonly trend?: Trend;
  readonly ids: readonly IncidentId[];
  readonly leftOut: readonly LeftOut[];
}

/** What tiles are made of: counted incidents of the period, and where it begins, turns and ends. */
export interface TileInput {
  readonly figures: readonly IncidentFigures[];
  readonly from: Instant;
  readonly now: Instant;
  /** When the first incident ever counted was detected: before, nothing is known. */
  readonly knownSince: Instant | undefined;
}

export function tileOf(id: TileId, metric: PlaybookMetric | undefined, input: TileInput): Tile {
  if (id === 'incident-rate') return rateTile(metric, input);
  const severities = metric?.severities;
  const figures =
    severities === undefined
      ? input.figures
      : input.figures.filter((each) => severities.includes(each.severity));
  const read =
    id === 'action-item-completion' ? completion : (some: readonly IncidentFigures[]) => mean(some, id);
  const [earlier, later] = halves(input).map((half) => read(figures.filter(half)).value);
  const { value, ids, leftOut } = read(figures);
  return {
    id,
    ids,
    leftOut,
    verdict: value === undefined ? 'unknown' : judge(metric, value),
    ...(value === undefined ? {} : { value }),
    ...(severities === undefined ? {} : { severities }),
    ...trendOf(earlier, later),
  };
}

interface Read {
  readonly value: number | undefined;
  readonly ids: readonly IncidentId[];
  readonly leftOut: readonly LeftOut[];
}

function mean(figures: readonly IncidentFigures[], measure: Measure): Read {
  const { distribution, ids, leftOut } = tallyOf(figures, measure);
  return { value: distribution?.mean, ids, leftOut };
}

/** Of all action items of the incidents, the share that is completed (6.3). */
function completion(figures: readonly IncidentFigures[]): Read {
  const leftOut = new LeftOutList();
  const ids: IncidentId[] = [];
  let total = 0;
  let completed = 0;
  for (const { id, actions } of figures) {
    if (actions === undefined) {
      leftOut.add('no-action-item', id);
      continue;
    }
    ids.push(id);
    total += actions.total;
    completed += actions.completed;
  }
  return { value: total === 0 ? undefined : completed / total, ids, leftOut: leftOut.list() };
}

/**
 * Incidents a month. Only time from which anything is known counts: who began last week does not have six quiet
 * months. A trend needs a month of it before the period's middle.
 */
function rateTile(metric: PlaybookMetric | undefined, input: TileInput): Tile {
  const { figures, from, now, knownSince } = input;
  const ids = figures.map(({ id }) => id);
  const start = Math.max(from, knownSince ?? now);
  const middle = middleOf(input);
  const rate = (since: Instant, until: Instant): number =>
    figures.filter(({ detectedAt }) => detectedAt >= since && detectedAt < until).length /
    Math.max(1, (until - since) / MONTH_MS);
  const isKnown = middle - start >= MONTH_MS;
  const trend = isKnown ? trendOf(rate(start, middle), rate(middle, now + 1)) : {};
  return {
    id: 'incident-rate',
    ids,
    leftOut: [],
    verdict: judgeTrend(metric, trend.trend),
    ...(ids.length === 0 ? {} : { value: rate(start, now + 1) }),
    ...trend,
  };
}

function middleOf({ from, now }: TileInput): Instant {
  return from + (now - from) / 2;
}

function halves(input: TileInput): ((figures: IncidentFigures) => boolean)[] {
  const middle = middleOf(input);
  return [({ detectedAt }) => detectedAt < middle, ({ detectedAt }) => detectedAt >= middle];
}

function trendOf(earlier: number | undefined, later: number | undefined): { readonly trend?: Trend } {
  if (earlier === undefined || later === undefined) return {};
  const isSteady = Math.abs(later - earlier) <= STEADY * earlier;
  const direction = isSteady ? 'steady' : later > earlier ? 'rising' : 'falling';
  return { trend: { direction, earlier, later } };
}

function judge(metric: PlaybookMetric | undefined, value: number): Tile['verdict'] {
  if (metric?.under !== undefined) return value < metric.under ? 'pass' : 'warn';
  if (metric?.over !== undefined) return value > metric.over ? 'pass' : 'warn';
  return 'unknown';
}

/** The one goal that is a trend: falling, or already at nothing. */
function judgeTrend(metric: PlaybookMetric | undefined, trend: Trend | undefined): Tile['verdict'] {
  if (metric?.trend !== 'falling' || trend === undefined) return 'unknown';
  return trend.direction === 'falling' || trend.later === 0 ? 'pass' : 'warn';
}
