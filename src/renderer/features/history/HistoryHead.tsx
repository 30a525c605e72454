import { Download, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { incidentsCsv } from './export/incidents-csv.ts';
import { useSaveFile } from '../../bridge/files.ts';
import { PERIODS, showSample, useHistory } from './history-state.ts';
import { listedOf } from './list/listed.ts';

interface HistoryHeadProps {
  /** Undefined while they are not there. */
  readonly figures: readonly IncidentFigures[] | undefined;
  readonly playbook: Playbook;
}

/** What is shown of the place, and what leaves it. */
export function HistoryHead({ figures, playbook }: HistoryHeadProps) {
  const { t } = useTranslation();
  const { tab, months, sample } = useHistory();
  return (
    <header className="history-head">
      <h1>{t('history.title')}</h1>
      <div className="actions">
        <Segments
          label={t('history.tabs.label')}
          value={tab}
          options={(['metrics', 'incidents'] as const).map((value) => ({
            value,
            label: t(`history.tabs.${value}`),
          }))}
          onChange={(next) => useHistory.setState({ tab: next })}
        />
        {tab === 'metrics' && (
          <Segments
            label={t('history.period')}
            value={`${months}`}
            options={PERIODS.map((count) => ({ value: `${count}`, label: t('history.months', { count }) }))}
            onChange={(next) =>
              useHistory.setState({ months: PERIODS.find((each) => `${each}` === next) ?? months })
            }
          />
        )}
        <span className="history-space" />
        {!sample && (
          <Button kind="quiet" size="small" onClick={() => showSample(true)}>
            <FlaskConical className="icon-small" aria-hidden="true" />
            {t('history.sample.show')}
          </Button>
        )}
        <SaveCsv figures={figures} playbook={playbook} />
      </div>
    </header>
  );
}

/** All incidents; on the list, those listed. */
function SaveCsv({ figures = [], playbook }: HistoryHeadProps) {
  const { t } = useTranslation();
  const save = useSaveFile();
  const { tab, sample } = useHistory();
  const { picked, filter } = useHistory();
  const savedNow = (): readonly IncidentFigures[] =>
    tab === 'incidents' ? listedOf(figures, picked?.ids, filter, playbook.timeZone) : figures;
  return (
    <IconButton
      icon={Download}
      label={t('history.saveCsv')}
      disabled={figures.length === 0}
      onClick={() =>
        void save({
          name: t(sample ? 'history.sampleCsvName' : 'history.csvName'),
          text: incidentsCsv(savedNow()),
        })
      }
    />
  );
}
