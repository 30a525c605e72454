import { scaleBand, scaleLinear } from '@visx/scale';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/domain/metrics/dashboard.ts';
import type { MilestoneLateness } from '#shared/domain/metrics/lateness.ts';
import { milestoneById } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { FigureLink } from '../FigureLink.tsx';
import type { Picked } from '../history-state.ts';
import { spanWords } from '../words.ts';
import { ChartFrame, type TableData } from './ChartFrame.tsx';
import { patternUrl, Patterns } from './Patterns.tsx';
import { Mark, Plot } from './Plot.tsx';

const KEPT = ['inTime', 'late', 'skipped', 'open'] as const;
type Kept = (typeof KEPT)[number];
/** What may still come is in the table only: it is neither kept nor missed. */
const DRAWN = ['inTime', 'late', 'skipped'] as const;

const ROW = 34;
const LEFT = 92;
const RIGHT = 132;

interface LatenessProps {
  readonly board: Dashboard;
  readonly playbook: Playbook;
}

/** How each milestone was kept, and by how much it was late (process document 2.2). */
export function Lateness({ board, playbook }: LatenessProps) {
  const { t } = useTranslation();
  const chart = useId();
  const { lateness } = board;
  const titleOf = (id: string): string => milestoneById(playbook, id)?.title ?? id;
  const title = t('history.lateness');
  const most = Math.max(
    1,
    ...lateness.map((each) => DRAWN.reduce((sum, kept) => sum + each[kept].length, 0)),
  );
  return (
    <ChartFrame title={title} name="milestones" table={tableOf(t, lateness, titleOf)}>
      <Plot label={title} height={Math.max(1, lateness.length) * ROW}>
        {(width) => {
          const lines = scaleBand<string>({
            domain: lateness.map(({ id }) => id),
            range: [0, lateness.length * ROW],
          });
          const lengths = scaleLinear<number>({
            domain: [0, most],
            range: [0, Math.max(40, width - LEFT - RIGHT)],
          });
          return (
            <>
              <Patterns chart={chart} />
              {lateness.map((each) => (
                <g key={each.id} transform={`translate(0 ${lines(each.id) ?? 0})`}>
                  <text className="plot-label" y={ROW / 2} dy="0.35em">
                    {titleOf(each.id)}
                  </text>
                  <Stack kept={each} title={titleOf(each.id)} chart={chart} lengths={lengths} />
                  <text
                    className={each.lateBy === undefined ? 'plot-none' : 'plot-late'}
                    x={width}
                    y={ROW / 2}
                    dy="0.35em"
                    textAnchor="end"
                  >
                    {each.lateBy === undefined
                      ? t('history.kept.inTime')
                      : t('history.lateBy', { time: spanWords(t, each.lateBy.median) })}
                  </text>
                </g>
              ))}
            </>
          );
        }}
      </Plot>
      <ul className="legend">
        {DRAWN.map((kept) => (
          <li key={kept}>
            <svg width={14} height={14} aria-hidden="true">
              <rect width={14} height={14} rx={3} className={`kept-${kept}`} {...fillOf(chart, kept)} />
            </svg>
            {t(`history.kept.${kept}`)}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

interface StackProps {
  readonly kept: MilestoneLateness;
  readonly title: string;
  readonly chart: string;
  readonly lengths: (count: number) => number;
}

function Stack({ kept, title, chart, lengths }: StackProps) {
  const { t } = useTranslation();
  return DRAWN.map((each, index) => {
    const ids = kept[each];
    const before = DRAWN.slice(0, index).reduce((sum, other) => sum + kept[other].length, 0);
    const from = LEFT + lengths(before);
    const width = lengths(ids.length);
    if (ids.length === 0) return null;
    return (
      <Mark
        key={each}
        label={labelOf(t, title, kept, each)}
        picked={pickedOf(title, kept, each)}
        words={
          width > 22 && (
            <text className="plot-inside" x={from + 7} y={ROW / 2} dy="0.35em">
              {ids.length}
            </text>
          )
        }
      >
        <rect
          x={from}
          y={7}
          width={Math.max(2, width - 1)}
          height={ROW - 14}
          rx={2}
          className={`kept-${each}`}
          {...fillOf(chart, each)}
        />
      </Mark>
    );
  });
}

function fillOf(chart: string, kept: (typeof DRAWN)[number]): { readonly fill?: string } {
  return kept === 'inTime' ? {} : { fill: patternUrl(chart, kept) };
}

function labelOf(t: TFunction, milestone: string, lateness: MilestoneLateness, kept: Kept): string {
  return t('history.keptOf', {
    milestone,
    kept: t(`history.kept.${kept}`),
    incidents: t('history.incidents', { count: lateness[kept].length }),
  });
}

function pickedOf(title: string, lateness: MilestoneLateness, kept: Kept): Picked {
  return { figure: (t) => labelOf(t, title, lateness, kept), ids: lateness[kept], leftOut: [] };
}

function tableOf(
  t: TFunction,
  lateness: readonly MilestoneLateness[],
  titleOf: (id: string) => string,
): TableData {
  return {
    head: [t('history.milestone'), ...KEPT.map((kept) => t(`history.kept.${kept}`)), t('history.lateByHead')],
    rows: lateness.map((each) => ({
      key: each.id,
      cells: [
        titleOf(each.id),
        ...KEPT.map((kept) => (
          <FigureLink
            key={kept}
            picked={pickedOf(titleOf(each.id), each, kept)}
            label={labelOf(t, titleOf(each.id), each, kept)}
          >
            {each[kept].length}
          </FigureLink>
        )),
        each.lateBy === undefined ? '–' : spanWords(t, each.lateBy.median),
      ],
    })),
  };
}
