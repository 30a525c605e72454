import { BookX, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useIncident } from '../../db/incident.ts';
import { useLive, playbookOf } from '../../db/live.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage } from '../../ui/language.ts';
import { RegionBoundary } from '../../ui/RegionBoundary.tsx';
import { ClockHeader } from './clock/ClockHeader.tsx';
import { Strip } from './clock/Strip.tsx';
import { Columns } from './Columns.tsx';
import { EndedDrill } from './EndedDrill.tsx';
import { MergedIncident } from './pages/MergedIncident.tsx';
import { SimilarPages } from './pages/SimilarPages.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import './incident.css';
import './clock/clock.css';

/** The live incident: clock, checklist, messages and timeline on one screen. */
export function IncidentScreen({ incidentId }: { readonly incidentId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { incident, loading } = useIncident(incidentId);
  const playbook = useLive(({ playbooks }) =>
    incident === undefined ? undefined : playbookOf(incident, playbooks, language),
  );
  if (incident === undefined) {
    return loading ? (
      <p className="empty muted">{t('incident.loading')}</p>
    ) : (
      <EmptyState isPlace icon={CircleSlash} title={t('incident.gone')} text={t('incident.goneHint')} />
    );
  }
  if (playbook === undefined) {
    return (
      <div className="incident">
        <EmptyState
          isPlace
          icon={BookX}
          title={t('incident.noPlaybook')}
          text={t('incident.noPlaybookHint')}
        />
        <Timeline incident={incident} playbook={undefined} />
      </div>
    );
  }
  if (incident.merged !== undefined)
    return <MergedIncident incident={incident} merged={incident.merged} playbook={playbook} />;
  if (incident.drillEnded !== undefined)
    return <EndedDrill incident={incident} ended={incident.drillEnded} playbook={playbook} />;
  return (
    <article className="incident" key={incident.id}>
      <RegionBoundary>
        <ClockHeader incident={incident} playbook={playbook} />
        <Strip incident={incident} playbook={playbook} />
        <SimilarPages incident={incident} />
      </RegionBoundary>
      <Columns incident={incident} playbook={playbook} />
    </article>
  );
}
