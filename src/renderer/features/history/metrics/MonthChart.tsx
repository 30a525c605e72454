import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear, scaleOrdinal } from '@visx/scale';
import { BarStack } from '@visx/shape';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/domain/metrics/dashboard.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';
import type { Language } from '#shared/settings.ts';
import { useLanguage } from '../../../ui/language.ts';
import { FigureLink } from '../FigureLink.tsx';
import type { Picked } from '../history-state.ts';
import { monthWords } from '../words.ts';
import { ChartFrame, type TableData } from './ChartFrame.tsx';
import { Legend, patternUrl, Patterns } from './Patterns.tsx';
import { Mark, Plot } from './Plot.tsx';

const HEIGHT = 196;
const LEFT = 30;
const BOTTOM = 26;
const TOP = 18;

/** One severity of one month. */
interface Cell {
  readonly label: (t: TFunction) => string;
  readonly ids: readonly IncidentId[];
}
type Row = { readonly month: string; readonly total: number } & Record<Severity, number>;

/** Incidents month by month, stacked by severity. */
export function MonthChart({ board }: { readonly board: Dashboard }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const chart = useId();
  const rows = rowsOf(board);
  const cell = (index: number, severity: Severity): Cell => cellOf(board, index, severity, language);
  const title = t('history.byMonth');
  return (
    <ChartFrame title={title} name="by-month" table={tableOf(t, board, cell, language)}>
      <Plot label={title} height={HEIGHT}>
        {(width) => {
          const months = scaleBand<string>({
            domain: rows.map(({ month }) => month),
            range: [LEFT, width],
            padding: 0.4,
          });
          const most = Math.max(1, ...rows.map(({ total }) => total));
          const counts = scaleLinear<number>({ domain: [0, most], range: [HEIGHT - BOTTOM, TOP] });
          return (
            <>
              <Patterns chart={chart} />
              <AxisLeft
                scale={counts}
                left={LEFT}
                numTicks={Math.min(4, most)}
                tickFormat={(value) => (Number.isInteger(Number(value)) ? `${Number(value)}` : '')}
                hideAxisLine
                hideTicks
                tickClassName="plot-tick"
              />
              <AxisBottom
                scale={months}
                top={HEIGHT - BOTTOM}
                hideTicks
                axisClassName="plot-axis"
                tickClassName="plot-tick"
                tickFormat={(key) => monthWords({ key }, language, false)}
              />
              <BarStack<Row, Severity>
                data={rows}
                keys={[...SEVERITIES]}
                x={({ month }) => month}
                xScale={months}
                yScale={counts}
                color={scaleOrdinal<Severity, string>({ domain: [...SEVERITIES], range: [...SEVERITIES] })}
              >
                {(stacks) =>
                  rows.flatMap((_, index) =>
                    stacks.flatMap(({ key, bars }) => {
                      const bar = bars[index];
                      const { label, ids } = cell(index, key);
                      if (bar === undefined || ids.length === 0) return [];
                      return [
                        <Mark
                          key={`${index}-${key}`}
                          label={label(t)}
                          picked={{ figure: label, ids, leftOut: [] }}
                        >
                          <rect
                            x={bar.x}
                            y={bar.y}
                            width={bar.width}
                            height={Math.max(1, bar.height - 1)}
                            fill={patternUrl(chart, key)}
                          />
                        </Mark>,
                      ];
                    }),
                  )
                }
              </BarStack>
              {rows.map(({ month, total }) => (
                <text
                  key={month}
                  className="plot-count"
                  textAnchor="middle"
                  x={(months(month) ?? 0) + months.bandwidth() / 2}
                  y={counts(total) - 6}
                >
                  {total}
                </text>
              ))}
            </>
          );
        }}
      </Plot>
      <Legend chart={chart} of={SEVERITIES} />
    </ChartFrame>
  );
}

function rowsOf({ months, byMonth }: Dashboard): Row[] {
  return months.map(({ key }, index) => {
    const counts = Object.fromEntries(
      SEVERITIES.map((severity) => [severity, byMonth[index]?.[severity].length ?? 0]),
    ) as Record<Severity, number>;
    return { month: key, total: SEVERITIES.reduce((sum, each) => sum + counts[each], 0), ...counts };
  });
}

function cellOf({ months, byMonth }: Dashboard, index: number, severity: Severity, language: Language): Cell {
  const ids = byMonth[index]?.[severity] ?? [];
  const month = monthWords({ key: months[index]?.key ?? '' }, language);
  const label = (t: TFunction): string =>
    t('history.ofMonth', { month, severity, incidents: t('history.incidents', { count: ids.length }) });
  return { label, ids };
}

function tableOf(
  t: TFunction,
  { months }: Dashboard,
  cell: (index: number, severity: Severity) => Cell,
  language: Language,
): TableData {
  return {
    head: [t('history.month'), ...SEVERITIES],
    rows: months.map((month, index) => ({
      key: month.key,
      cells: [
        monthWords(month, language),
        ...SEVERITIES.map((severity) => {
          const { label, ids } = cell(index, severity);
          const picked: Picked = { figure: label, ids, leftOut: [] };
          return (
            <FigureLink key={severity} picked={picked} label={label(t)}>
              {ids.length}
            </FigureLink>
          );
        }),
      ],
    })),
  };
}
