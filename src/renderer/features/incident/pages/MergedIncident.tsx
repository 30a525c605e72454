import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type Merged, whereItWent } from '#shared/domain/incident/linking.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { select } from '../../../bridge/view.ts';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { RegionBoundary } from '../../../ui/RegionBoundary.tsx';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import { clockNow } from '../../../ui/ticker.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import './pages.css';

interface MergedIncidentProps {
  readonly incident: Incident;
  readonly merged: Merged;
  readonly playbook: Playbook;
}

/** What was merged: where it went, and what was done in it. No clock runs here. */
export function MergedIncident({ incident, merged, playbook }: MergedIncidentProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const language = useLanguage();
  const went = useLive(({ incidents }) => whereItWent(incident, (id) => incidents.get(id)));
  const time = timeOfDay(merged.at, playbook.timeZone, language, clockNow());
  return (
    <article className="incident" key={incident.id}>
      <header className="merged-head">
        <div className="incident-head-row">
          <div className="incident-title">
            <SeverityBadge severity={incident.severity} />
            <h1 title={incident.title}>{incident.title}</h1>
          </div>
          <div className="actions">
            <Button onClick={() => void run({ type: 'undo', eventId: merged.eventId })}>
              {t('several.undoMerge')}
            </Button>
            {went !== undefined && (
              <Button kind="primary" onClick={() => select({ kind: 'incident', incidentId: went.id })}>
                {t('several.goThere')}
              </Button>
            )}
          </div>
        </div>
        <p>
          <strong>{t('several.mergedInto', { title: merged.title })}</strong>{' '}
          <span className="muted">{t('several.mergedBy', { time, name: merged.by })}</span>
        </p>
        <p className="secondary">{t('several.mergedHint')}</p>
      </header>
      <div className="merged-timeline">
        <RegionBoundary>
          <Timeline incident={incident} playbook={playbook} />
        </RegionBoundary>
      </div>
    </article>
  );
}
