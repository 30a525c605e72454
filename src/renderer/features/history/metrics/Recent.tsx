import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/domain/metrics/dashboard.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { openAll } from '../history-state.ts';
import { PastIncident } from '../list/PastIncident.tsx';

interface RecentProps {
  readonly board: Dashboard;
  readonly figures: readonly IncidentFigures[];
  readonly playbook: Playbook;
}

export function Recent({ board, figures, playbook }: RecentProps) {
  const { t } = useTranslation();
  const recent = board.recent.flatMap((id) => figures.find((each) => each.id === id) ?? []);
  const title = t('history.recent');
  return (
    <section className="chart" aria-label={title} data-wide="">
      <header className="chart-head">
        <h2>{title}</h2>
        <Button kind="quiet" size="small" onClick={openAll}>
          {t('history.allIncidents')}
        </Button>
      </header>
      <ul className="rows">
        {recent.map((each) => (
          <li key={each.id}>
            <PastIncident figures={each} timeZone={playbook.timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
