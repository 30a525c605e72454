import { ArrowDownRight, ArrowRight, ArrowUpRight, Check, Minus, TriangleAlert } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/domain/metrics/dashboard.ts';
import type { Tile } from '#shared/domain/metrics/tiles.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useLanguage } from '../../../ui/language.ts';
import { openBehind } from '../history-state.ts';
import { leftOutWords, trendWords, valueWords } from '../words.ts';

const VERDICT_ICONS = { pass: Check, warn: TriangleAlert, unknown: Minus } as const;
const TREND_ICONS = { rising: ArrowUpRight, falling: ArrowDownRight, steady: ArrowRight } as const;

interface TilesProps {
  readonly board: Dashboard;
  readonly playbook: Playbook;
}

/** The four figures with their goals. */
export function Tiles({ board, playbook }: TilesProps) {
  const { t } = useTranslation();
  return (
    <ul className="tiles" title={t('history.trend.hint')}>
      {board.tiles.map((tile) => (
        <li key={tile.id}>
          <OneTile tile={tile} playbook={playbook} />
        </li>
      ))}
    </ul>
  );
}

function OneTile({ tile, playbook }: { readonly tile: Tile; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const goal = playbook.metrics?.find(({ id }) => id === tile.id)?.goal;
  const { value, verdict } = tile;
  const Verdict = VERDICT_ICONS[verdict];
  return (
    <button
      type="button"
      className="tile"
      onClick={() =>
        openBehind({ figure: (word) => nameOf(word, tile), ids: tile.ids, leftOut: tile.leftOut })
      }
    >
      <span className="tile-name">{nameOf(t, tile)}</span>
      <span className="tile-means">{t(`history.means.${tile.id}`)}</span>
      <span className="tile-value">
        {value === undefined ? t('history.none') : valueWords(t, tile.id, value, language)}
      </span>
      <span className="tile-verdict" data-verdict={verdict}>
        <Verdict className="icon-small" aria-hidden="true" />
        {t(`history.verdict.${verdict}`)}
      </span>
      <span className="tile-line">
        {goal === undefined ? t('history.noGoal') : t('history.goal', { goal })}
      </span>
      <TrendLine tile={tile} />
      <span className="tile-line">{t('history.from', { count: tile.ids.length })}</span>
      {tile.leftOut.length > 0 && (
        <span className="tile-line">{t('history.leftOut', { what: leftOutWords(t, tile.leftOut) })}</span>
      )}
    </button>
  );
}

function nameOf(t: TFunction, { id, severities }: Tile): string {
  const name = t(`history.metric.${id}`);
  return severities === undefined ? name : `${name}, ${severities.join(', ')}`;
}

function TrendLine({ tile }: { readonly tile: Tile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (tile.trend === undefined) return <span className="tile-line">{t('history.trend.none')}</span>;
  const { direction, earlier, later } = tile.trend;
  const Icon = TREND_ICONS[direction];
  const words = (value: number): string => trendWords(t, tile.id, value, language);
  return (
    <span className="tile-line">
      <Icon className="icon-small" aria-hidden="true" />
      {t(`history.trend.${direction}`, { earlier: words(earlier), later: words(later) })}
    </span>
  );
}
