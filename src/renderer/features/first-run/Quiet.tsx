import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { goTo } from '../../bridge/view.ts';
import { useLive } from '../../db/live.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import './first-run.css';

/** Nothing open. Grey is not green: if something does not work, calm is not claimed. */
export function Quiet() {
  const { t } = useTranslation();
  const { health } = useSnapshot();
  const { storage, sync } = useLive();
  const impaired = health.degraded.length > 0 || storage !== undefined || sync.state === 'failing';
  if (impaired) {
    return (
      <EmptyState
        isPlace
        icon={TriangleAlert}
        title={t('welcome.quietTitle')}
        text={t('welcome.quietProblem')}
      >
        <Button onClick={() => goTo('health')}>{t('welcome.openHealth')}</Button>
      </EmptyState>
    );
  }
  return (
    <div className="quiet">
      <EmptyState isPlace icon={CircleCheck} title={t('welcome.quietTitle')} text={t('welcome.quietBody')}>
        <Button onClick={() => goTo('playbook')}>{t('welcome.playbook')}</Button>
        <Button kind="quiet" onClick={() => goTo('welcome')}>
          {t('welcome.openWelcome')}
        </Button>
      </EmptyState>
      <Readiness />
    </div>
  );
}

/** What the calm rests on: where pages come in, and how they ring. */
function Readiness() {
  const { t } = useTranslation();
  const { health, receiver } = useSnapshot();
  const facts: readonly Fact[] = [
    [
      t('health.receiver'),
      receiver === undefined ? t('health.receiverOff') : t('settings.receiverAt', { url: receiver.url }),
    ],
    [t('health.notifications'), t(`health.native.${health.native}`)],
    [t('health.tray'), t(`health.trayState.${health.tray}`)],
  ];
  return <Facts of={facts} className="quiet-facts" />;
}
