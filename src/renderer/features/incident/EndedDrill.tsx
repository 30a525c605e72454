import { useTranslation } from 'react-i18next';
import type { DrillEnded, Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { offersPostMortem } from '#shared/domain/post-mortem/offered.ts';
import { goTo, openPostMortem } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionsButton } from './after/ActionsButton.tsx';
import { OverIncident } from './OverIncident.tsx';

interface EndedDrillProps {
  readonly incident: Incident;
  readonly ended: DrillEnded;
  readonly playbook: Playbook;
}

/** What was still open when its drill ended. What is learnt of it is written down as of a real one. */
export function EndedDrill({ incident, ended, playbook }: EndedDrillProps) {
  const { t } = useTranslation();
  return (
    <OverIncident
      incident={incident}
      playbook={playbook}
      what={t(`drill.event.endedHere.${ended.how}`)}
      done={ended}
      hint={t('drill.endedHint')}
    >
      <ActionsButton incident={incident} />
      {offersPostMortem(incident, playbook) && (
        <Button onClick={() => openPostMortem(incident.id)}>{t('postMortem.title')}</Button>
      )}
      <Button kind="primary" onClick={() => goTo('drills')}>
        {t('drill.toDebrief')}
      </Button>
    </OverIncident>
  );
}
