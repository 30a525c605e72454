import { BookX, ChartNoAxesCombined, CircleX, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import type { HeldFigures } from '../../db/figures.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { deferred } from '../../ui/deferred.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RegionBoundary } from '../../ui/RegionBoundary.tsx';
import { HistoryHead } from './HistoryHead.tsx';
import { showSample, useHistory } from './history-state.ts';
import { IncidentList } from './list/IncidentList.tsx';
import { Dashboard } from './metrics/Dashboard.tsx';
import { useShownFigures } from './use-shown.ts';
import './history.css';
import './charts.css';
import './metrics/plot.css';
import './metrics/tiles.css';

/** Only a sample incident wants a dialog. */
const { Part: SampleDetail } = deferred(async () => (await import('./sample/SampleDetail.tsx')).SampleDetail);

/** Past incidents and what they add up to (process document 7). */
export function History() {
  const { t } = useTranslation();
  const playbook = useCurrentPlaybook();
  const shown = useShownFigures(playbook);
  const sample = useHistory((view) => view.sample);
  const opened = useHistory((view) => view.opened !== undefined);
  if (playbook === undefined)
    return <EmptyState isPlace icon={BookX} title={t('playbook.none')} text={t('playbook.noneHint')} />;
  return (
    <div className="history">
      {sample && (
        <Banner
          tone="info"
          title={t('history.sample.banner')}
          action={
            <Button size="small" onClick={() => showSample(false)}>
              {t('history.sample.remove')}
            </Button>
          }
        >
          <span>{t('history.sample.bannerText')}</span>
        </Banner>
      )}
      <HistoryHead figures={shown.state === 'ready' ? shown.figures : undefined} playbook={playbook} />
      <RegionBoundary>
        <Body shown={shown} playbook={playbook} />
      </RegionBoundary>
      {opened && shown.state === 'ready' && <SampleDetail figures={shown.figures} playbook={playbook} />}
    </div>
  );
}

function Body({ shown, playbook }: { readonly shown: HeldFigures; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const tab = useHistory((view) => view.tab);
  switch (shown.state) {
    case 'loading':
      return <p className="empty muted">{t('history.loading')}</p>;
    case 'refolding':
      return (
        <EmptyState
          icon={ChartNoAxesCombined}
          title={t('history.refolding')}
          text={t('history.refoldingHint')}
        >
          <progress value={shown.done} max={shown.total} aria-label={t('history.refolding')} />
          <span className="figures secondary">
            {shown.done} / {shown.total}
          </span>
        </EmptyState>
      );
    case 'failed':
      return (
        <EmptyState icon={CircleX} title={t('history.failed')} text={t('history.failedHint')}>
          <code>{shown.detail}</code>
        </EmptyState>
      );
    case 'ready':
      if (shown.figures.length === 0) return <NothingYet />;
      return tab === 'metrics' ? (
        <Dashboard figures={shown.figures} playbook={playbook} />
      ) : (
        <IncidentList figures={shown.figures} playbook={playbook} />
      );
  }
}

function NothingYet() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={ChartNoAxesCombined} title={t('history.emptyEver')} text={t('history.emptyEverHint')}>
      <Button kind="primary" onClick={() => showSample(true)}>
        <FlaskConical className="icon-small" aria-hidden="true" />
        {t('history.sample.show')}
      </Button>
    </EmptyState>
  );
}
