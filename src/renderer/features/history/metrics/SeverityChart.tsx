import { Bar } from '@visx/shape';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/domain/metrics/dashboard.ts';
import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';
import { FigureLink } from '../FigureLink.tsx';
import type { Picked } from '../history-state.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { patternUrl, Patterns } from './Patterns.tsx';
import { Mark, Plot } from './Plot.tsx';

const HEIGHT = 196;
const LEFT = 58;
const RIGHT = 40;

/** Incidents by severity over the period (process document 7.2). */
export function SeverityChart({ board }: { readonly board: Dashboard }) {
  const { t } = useTranslation();
  const chart = useId();
  const counts = SEVERITIES.map((severity) => board.bySeverity[severity].length);
  const most = Math.max(1, ...counts);
  const picked = (severity: Severity): Picked => ({
    figure: (word) => labelOf(word, severity, board),
    ids: board.bySeverity[severity],
    leftOut: [],
  });
  const title = t('history.bySeverity');
  return (
    <ChartFrame
      title={title}
      name="by-severity"
      table={{
        head: [t('history.severity'), t('history.stat.count')],
        rows: SEVERITIES.map((severity) => ({
          key: severity,
          cells: [
            severity,
            <FigureLink key={severity} picked={picked(severity)} label={labelOf(t, severity, board)}>
              {board.bySeverity[severity].length}
            </FigureLink>,
          ],
        })),
      }}
    >
      <Plot label={title} height={HEIGHT}>
        {(width) => {
          const rows = scaleBand<string>({ domain: [...SEVERITIES], range: [0, HEIGHT], padding: 0.42 });
          const lengths = scaleLinear<number>({
            domain: [0, most],
            range: [0, Math.max(0, width - LEFT - RIGHT)],
          });
          const thick = rows.bandwidth();
          return (
            <>
              <Patterns chart={chart} />
              {SEVERITIES.map((severity, index) => {
                const count = counts[index] ?? 0;
                const y = rows(severity) ?? 0;
                const length = Math.max(count === 0 ? 0 : 3, lengths(count));
                const words = (
                  <>
                    <text className="plot-severity" data-severity={severity} y={y + thick / 2} dy="0.35em">
                      {severity}
                    </text>
                    <text className="plot-count" x={LEFT + length + 8} y={y + thick / 2} dy="0.35em">
                      {count}
                    </text>
                  </>
                );
                if (count === 0) return <g key={severity}>{words}</g>;
                return (
                  <Mark
                    key={severity}
                    label={labelOf(t, severity, board)}
                    picked={picked(severity)}
                    words={words}
                  >
                    <rect className="hit" y={y - 6} width={width} height={thick + 12} />
                    <Bar
                      x={LEFT}
                      y={y}
                      width={length}
                      height={thick}
                      rx={3}
                      fill={patternUrl(chart, severity)}
                    />
                  </Mark>
                );
              })}
            </>
          );
        }}
      </Plot>
    </ChartFrame>
  );
}

function labelOf(
  t: ReturnType<typeof useTranslation>['t'],
  severity: Severity,
  { bySeverity }: Dashboard,
): string {
  const incidents = t('history.incidents', { count: bySeverity[severity].length });
  return t('history.ofSeverity', { severity, incidents });
}
