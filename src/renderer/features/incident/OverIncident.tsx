import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done, Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { DrillTag } from '../../ui/DrillTag.tsx';
import { timeOfDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { RegionBoundary } from '../../ui/RegionBoundary.tsx';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { clockNow } from '../../ui/ticker.ts';
import { Timeline } from './timeline/Timeline.tsx';
import './over-incident.css';

interface OverIncidentProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  /** What ended it, in words, and by whom. */
  readonly what: string;
  readonly done: Pick<Done, 'at' | 'by'>;
  readonly hint: string;
  /** What can still be done about it. */
  readonly children: ReactNode;
}

/** An incident that was ended by something else than its own closing: how that was, and what was done in it. No clock runs here. */
export function OverIncident({ incident, playbook, what, done, hint, children }: OverIncidentProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = timeOfDay(done.at, playbook.timeZone, language, clockNow());
  return (
    <article className="incident" key={incident.id}>
      <header className="over-head">
        <div className="incident-head-row">
          <div className="incident-title">
            <SeverityBadge severity={incident.severity} />
            <DrillTag drill={incident.drill} />
            <h1 title={incident.title}>{incident.title}</h1>
          </div>
          <div className="actions">{children}</div>
        </div>
        <p>
          <strong>{what}</strong>{' '}
          <span className="muted">{t('several.mergedBy', { time, name: done.by })}</span>
        </p>
        <p className="secondary">{hint}</p>
      </header>
      <div className="over-timeline">
        <RegionBoundary>
          <Timeline incident={incident} playbook={playbook} />
        </RegionBoundary>
      </div>
    </article>
  );
}
