import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../bridge/snapshot.ts';
import { goTo, showNotice, useView } from '../bridge/view.ts';
import { useLive } from '../db/live.ts';
import { DrillBanner } from './DrillBanner.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** What somebody handling an incident has to know about the app itself, worst first. */
const SHOWN_REASONS = [
  'log-unavailable',
  'disk-full',
  'receiver-down',
  'notifications-not-shown',
  'page-unsaved',
] as const;

export function Banners() {
  const { t } = useTranslation();
  const { notice, place } = useView();
  const { health, drill } = useSnapshot();
  const { storage, sync } = useLive();
  const reason = SHOWN_REASONS.find((each) => health.degraded.some((degraded) => degraded.reason === each));
  return (
    <>
      {notice !== undefined && (
        <Banner tone={notice.tone ?? 'problem'} title={notice.text} onDismiss={() => showNotice(undefined)}>
          {notice.detail !== undefined && <span className="muted">{notice.detail}</span>}
        </Banner>
      )}
      {reason !== undefined && place !== 'health' && (
        <Banner tone="problem" title={t(`degraded.${reason}.what`)} action={<ToHealth />}>
          <span className="muted">{t(`degraded.${reason}.safe`)}</span>
        </Banner>
      )}
      {storage !== undefined && place !== 'health' && (
        <Banner tone="problem" title={t(`storage.${storage.problem}.what`)} action={<ToHealth />}>
          <span className="muted">{t(`storage.${storage.problem}.safe`)}</span>
        </Banner>
      )}
      {drill !== undefined && <DrillBanner drill={drill} />}
      {sync.state === 'failing' && <Banner tone="problem" title={t('sync.failing')} />}
      {sync.state === 'rebuilding' && (
        <Banner tone="info" title={t('sync.rebuilding')}>
          {sync.total > 0 && (
            <span className="actions muted">
              <progress value={sync.done} max={sync.total} aria-label={t('sync.rebuilding')} />
              {t('sync.rebuildingProgress', { done: sync.done, total: sync.total })}
            </span>
          )}
        </Banner>
      )}
    </>
  );
}

/** Where each problem has its next step. */
function ToHealth() {
  const { t } = useTranslation();
  return (
    <Button size="small" onClick={() => goTo('health')}>
      {t('welcome.openHealth')}
    </Button>
  );
}
