import { BookX, CircleSlash, FileX, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { closePostMortem } from '../../bridge/view.ts';
import { loadDrafts } from '../../db/drafts.ts';
import { useIncident } from '../../db/incident.ts';
import { playbookOf, useLive } from '../../db/live.ts';
import { useTimeline } from '../../db/timeline.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage, useWords } from '../../ui/language.ts';
import { Document } from './Document.tsx';
import type { PartProps } from './part-props.ts';
import './post-mortem.css';

/** The post-mortem of an incident: drafted from its log, written on in place (process document 6.2). */
export function PostMortemScreen({ incidentId }: { readonly incidentId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { incident, loading } = useIncident(incidentId);
  const playbook = useLive(({ playbooks }) =>
    incident === undefined ? undefined : playbookOf(incident, playbooks, language),
  );
  useEffect(() => void loadDrafts(incidentId), [incidentId]);
  if (incident === undefined) {
    return loading ? (
      <p className="empty muted">{t('incident.loading')}</p>
    ) : (
      <EmptyState isPlace icon={CircleSlash} title={t('incident.gone')} text={t('incident.goneHint')} />
    );
  }
  if (playbook === undefined)
    return <Missing icon={BookX} title={t('incident.noPlaybook')} text={t('incident.noPlaybookHint')} />;
  if (playbook.postMortem === undefined)
    return <Missing icon={FileX} title={t('postMortem.none')} text={t('postMortem.noneHint')} />;
  return <FromLog incident={incident} playbook={playbook} postMortem={playbook.postMortem} />;
}

function FromLog(props: PartProps) {
  const { t } = useTranslation();
  const timeline = useTimeline(props.incident);
  // What is drafted speaks the language of the playbook, whatever is on screen.
  const speaks = useWords(props.playbook.language);
  if (timeline.state === 'loading' || !speaks)
    return <p className="empty muted">{t('postMortem.reading')}</p>;
  if (timeline.state === 'failed')
    return <Missing icon={TriangleAlert} title={t('postMortem.failed')} text={t('postMortem.failedHint')} />;
  const events: readonly TplusEvent[] = timeline.events;
  return <Document {...props} events={events} />;
}

function Missing(state: { readonly icon: typeof BookX; readonly title: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState isPlace {...state}>
      <Button onClick={closePostMortem}>{t('postMortem.back')}</Button>
    </EmptyState>
  );
}
