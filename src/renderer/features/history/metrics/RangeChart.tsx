import { AxisBottom } from '@visx/axis';
import { scaleBand, scaleLog } from '@visx/scale';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, WEEK_MS } from '#shared/domain/duration.ts';
import type { Distribution } from '#shared/domain/metrics/distribution.ts';
import type { Tally } from '#shared/domain/metrics/measure.ts';
import { durationWords } from '../../../ui/format.ts';
import { FigureLink } from '../FigureLink.tsx';
import type { Picked } from '../history-state.ts';
import { leftOutWords, spanWords } from '../words.ts';
import { ChartFrame, type TableData } from './ChartFrame.tsx';
import { Mark, Plot } from './Plot.tsx';

/** One line of the chart. */
export interface RangeRow {
  readonly key: string;
  readonly label: string;
  readonly tally: Tally;
  /** ms to stay under. */
  readonly goal?: number;
  readonly figure: (t: TFunction) => string;
}
interface RangeChartProps {
  readonly title: string;
  readonly name: string;
  /** What the lines are of. */
  readonly of: string;
  readonly rows: readonly RangeRow[];
}

const ROW = 34;
const HEAD = 20;
const AXIS = 26;
const LEFT = 76;
const RIGHT = 116;
/** Nobody is quicker, and a scale of logarithms has no zero. */
const SHORTEST = 30 * SECOND_MS;
const TICKS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  4 * HOUR_MS,
  DAY_MS,
  WEEK_MS,
  4 * WEEK_MS,
] as const;

/** How long it took, line by line, on a scale of logarithms: minutes and days in one picture. */
export function RangeChart({ title, name, of, rows }: RangeChartProps) {
  const { t } = useTranslation();
  const height = HEAD + rows.length * ROW + AXIS;
  const longest = Math.max(
    HOUR_MS,
    ...rows.map(({ tally, goal = 0 }) => Math.max(tally.distribution?.max ?? 0, goal)),
  );
  return (
    <ChartFrame title={title} name={name} table={tableOf(t, of, rows)}>
      <Plot label={title} height={height}>
        {(width) => {
          const lines = scaleBand<string>({
            domain: rows.map(({ key }) => key),
            range: [HEAD, height - AXIS],
          });
          const times = scaleLog<number>({
            domain: [SHORTEST, longest * 1.1],
            range: [LEFT, Math.max(LEFT + 60, width - RIGHT)],
            clamp: true,
          });
          const ticks = ticksWithin(longest, width - LEFT - RIGHT);
          return (
            <>
              <text className="plot-head" x={width - 44} y={12} textAnchor="end">
                {t('history.stat.median')}
              </text>
              <text className="plot-head" x={width} y={12} textAnchor="end">
                n
              </text>
              <AxisBottom
                scale={times}
                top={height - AXIS}
                tickValues={ticks}
                tickFormat={(value) => durationWords(t, Number(value))}
                axisClassName="plot-axis"
                tickClassName="plot-tick"
                hideTicks
              />
              {rows.map((row) => (
                <g key={row.key} transform={`translate(0 ${lines(row.key) ?? 0})`}>
                  <Line row={row} width={width} times={times} />
                </g>
              ))}
            </>
          );
        }}
      </Plot>
    </ChartFrame>
  );
}

/** As many as there is room for. */
function ticksWithin(longest: number, room: number): number[] {
  const within = TICKS.filter((tick) => tick <= longest * 1.1);
  const most = Math.max(2, Math.floor(room / 64));
  const step = Math.ceil(within.length / most);
  return within.filter((_, index) => index % step === 0);
}

interface LineProps {
  readonly row: RangeRow;
  readonly width: number;
  readonly times: (value: number) => number;
}

function Line({ row, width, times }: LineProps) {
  const { t } = useTranslation();
  const { label, tally, goal, figure } = row;
  const { distribution } = tally;
  const middle = ROW / 2;
  const name = (
    <text className="plot-label" y={middle} dy="0.35em">
      {label}
    </text>
  );
  const goalLine = goal !== undefined && (
    <line className="range-goal" x1={times(goal)} x2={times(goal)} y1={2} y2={ROW - 2} />
  );
  if (distribution === undefined) {
    return (
      <>
        {name}
        {goalLine}
        <text className="plot-none" x={LEFT} y={middle} dy="0.35em">
          {t('history.none')}
        </text>
      </>
    );
  }
  const picked: Picked = { figure, ids: tally.ids, leftOut: tally.leftOut };
  const words = (
    <>
      {name}
      <text className="plot-count" x={width - 44} y={middle} dy="0.35em" textAnchor="end">
        {spanWords(t, distribution.median)}
      </text>
      <text className="plot-figure" x={width} y={middle} dy="0.35em" textAnchor="end">
        {distribution.count}
      </text>
    </>
  );
  return (
    <Mark label={rowWords(t, row)} picked={picked} words={words}>
      <rect className="hit" y={2} width={width} height={ROW - 4} rx={4} />
      {goalLine}
      <Range distribution={distribution} times={times} />
    </Mark>
  );
}

/** Shortest to longest as a line, the middle half as a bar, the median as a tick and the mean as a diamond. */
function Range({ distribution, times }: { readonly distribution: Distribution } & Pick<LineProps, 'times'>) {
  const { min, max, median, mean, quartiles } = distribution;
  const y = ROW / 2;
  const [from, to] = quartiles ?? [median, median];
  const at = times(mean);
  return (
    <g className="range">
      <line className="range-line" x1={times(min)} x2={Math.max(times(max), times(min) + 2)} y1={y} y2={y} />
      <rect
        className="range-half"
        x={times(from)}
        width={times(to) - times(from)}
        y={y - 5}
        height={10}
        rx={2}
      />
      <line className="range-median" x1={times(median)} x2={times(median)} y1={y - 8} y2={y + 8} />
      <path className="range-mean" d={`M${at} ${y - 4}L${at + 4} ${y}L${at} ${y + 4}L${at - 4} ${y}Z`} />
    </g>
  );
}

function rowWords(t: TFunction, { label, tally: { distribution } }: RangeRow): string {
  if (distribution === undefined) return t('history.rangeNone', { row: label });
  const { median, mean, min, max, count } = distribution;
  const [m, a, s, l] = [median, mean, min, max].map((each) => spanWords(t, each));
  return t('history.rangeRow', {
    row: label,
    median: m,
    mean: a,
    min: s,
    max: l,
    from: t('history.from', { count }),
  });
}

function tableOf(t: TFunction, of: string, rows: readonly RangeRow[]): TableData {
  const stats = ['median', 'mean', 'p90', 'min', 'max'] as const;
  return {
    head: [
      of,
      t('history.stat.count'),
      ...stats.map((stat) => t(`history.stat.${stat}`)),
      t('history.stat.leftOut'),
    ],
    rows: rows.map((row) => {
      const { distribution, ids, leftOut } = row.tally;
      return {
        key: row.key,
        cells: [
          row.label,
          <FigureLink key="count" picked={{ figure: row.figure, ids, leftOut }} label={rowWords(t, row)}>
            {ids.length}
          </FigureLink>,
          ...stats.map((stat) => {
            const value = distribution?.[stat];
            return value === undefined ? '–' : spanWords(t, value);
          }),
          leftOut.length === 0 ? '–' : leftOutWords(t, leftOut),
        ],
      };
    }),
  };
}
