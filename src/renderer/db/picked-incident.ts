import { useMemo } from 'react';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useView } from '../bridge/view.ts';
import { useLanguage } from '../ui/language.ts';
import { playbookOf, useLive } from './live.ts';

/** The incident that is picked and the playbook it runs by, where the window holds both. */
export function usePickedIncident():
  | { readonly incident: Incident; readonly playbook: Playbook }
  | undefined {
  const language = useLanguage();
  const selection = useView((view) => view.selection);
  const { incidents, playbooks } = useLive();
  const incident = selection?.kind === 'incident' ? incidents.get(selection.incidentId) : undefined;
  return useMemo(() => {
    const playbook = incident === undefined ? undefined : playbookOf(incident, playbooks, language);
    return incident === undefined || playbook === undefined ? undefined : { incident, playbook };
  }, [incident, playbooks, language]);
}
