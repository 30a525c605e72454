import { CalendarX2, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Dashboard as Board } from '#shared/domain/metrics/dashboard.ts';
import type { IncidentFigures, NotCounted } from '#shared/domain/metrics/incident-figures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FigureLink } from '../FigureLink.tsx';
import { showSample } from '../history-state.ts';
import { useDashboard } from '../use-shown.ts';
import { CadencePanel } from './CadencePanel.tsx';
import { Lateness } from './Lateness.tsx';
import { MonthChart } from './MonthChart.tsx';
import { Recent } from './Recent.tsx';
import { SeverityChart } from './SeverityChart.tsx';
import { Tiles } from './Tiles.tsx';
import { Times } from './Times.tsx';

interface DashboardProps {
  readonly figures: readonly IncidentFigures[];
  readonly playbook: Playbook;
}

/** Process document 7.1 and 7.2: every figure opens the incidents behind it and says what it left out. */
export function Dashboard({ figures, playbook }: DashboardProps) {
  const { t } = useTranslation();
  const board = useDashboard(figures, playbook);
  return (
    <div className="history-scroll" tabIndex={0} role="region" aria-label={t('history.tabs.metrics')}>
      <p className="secondary history-counted">
        {t('history.counted', { count: board.ids.length, zone: playbook.timeZone })}{' '}
        <NotCountedLine board={board} />
      </p>
      {board.ids.length === 0 ? (
        <EmptyState icon={CalendarX2} title={t('history.empty')} text={t('history.emptyHint')}>
          <Button onClick={() => showSample(true)}>
            <FlaskConical className="icon-small" aria-hidden="true" />
            {t('history.sample.show')}
          </Button>
        </EmptyState>
      ) : (
        <div className="dashboard">
          <Tiles board={board} playbook={playbook} />
          <SeverityChart board={board} />
          <MonthChart board={board} />
          <Times board={board} playbook={playbook} />
          <Lateness board={board} playbook={playbook} />
          <CadencePanel board={board} playbook={playbook} />
          <Recent board={board} figures={figures} playbook={playbook} />
        </div>
      )}
    </div>
  );
}

function NotCountedLine({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const reasons = (Object.keys(board.notCounted) as NotCounted[]).filter(
    (reason) => board.notCounted[reason].length > 0,
  );
  if (reasons.length === 0) return null;
  const words = (word: typeof t): string =>
    word('history.notCounted', {
      what: reasons
        .map((reason) =>
          word(`history.notCountedReason.${reason}`, { count: board.notCounted[reason].length }),
        )
        .join(', '),
    });
  const ids = reasons.flatMap((reason) => board.notCounted[reason]);
  return <FigureLink picked={{ figure: words, ids, leftOut: [] }}>{words(t)}</FigureLink>;
}
