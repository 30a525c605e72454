import { useTranslation } from 'react-i18next';
import type { DrillEnded, Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { goTo } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DrillTag } from '../../ui/DrillTag.tsx';
import { timeOfDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { RegionBoundary } from '../../ui/RegionBoundary.tsx';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { clockNow } from '../../ui/ticker.ts';
import { Timeline } from './timeline/Timeline.tsx';
import './pages/pages.css';

interface EndedDrillProps {
  readonly incident: Incident;
  readonly ended: DrillEnded;
  readonly playbook: Playbook;
}

/** What was still open when its drill ended: how that was, and what was done in it. No clock runs here. */
export function EndedDrill({ incident, ended, playbook }: EndedDrillProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = timeOfDay(ended.at, playbook.timeZone, language, clockNow());
  return (
    <article className="incident" key={incident.id}>
      <header className="merged-head">
        <div className="incident-head-row">
          <div className="incident-title">
            <SeverityBadge severity={incident.severity} />
            <DrillTag drill={incident.drill} />
            <h1 title={incident.title}>{incident.title}</h1>
          </div>
          <Button kind="primary" onClick={() => goTo('drills')}>
            {t('drill.toDebrief')}
          </Button>
        </div>
        <p>
          <strong>{t(`drill.event.endedHere.${ended.how}`)}</strong>{' '}
          <span className="muted">{t('several.mergedBy', { time, name: ended.by })}</span>
        </p>
        <p className="secondary">{t('drill.endedHint')}</p>
      </header>
      <div className="merged-timeline">
        <RegionBoundary>
          <Timeline incident={incident} playbook={playbook} />
        </RegionBoundary>
      </div>
    </article>
  );
}
