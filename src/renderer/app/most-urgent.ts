import { trayView } from '#shared/domain/alerting/tray-view.ts';
import type { Selection } from '../bridge/view.ts';
import { useCurrentPlaybook } from '../db/current-playbook.ts';
import { playbookOf, useLive } from '../db/live.ts';
import { useLanguage } from '../ui/language.ts';
import { clockNow } from '../ui/ticker.ts';

/** What is worst at this moment, as the tray would put it first. */
export function useMostUrgent(): Selection | undefined {
  const { pages, incidents, playbooks } = useLive();
  const playbook = useCurrentPlaybook();
  const language = useLanguage();
  if (playbook === undefined) return undefined;
  const firing = [...pages.values()].filter(({ status }) => status === 'firing');
  const running = [...incidents.values()]
    .filter(({ closedAt }) => closedAt === undefined)
    .map((incident) => ({ incident, playbook: playbookOf(incident, playbooks, language) ?? playbook }));
  const [worst] = trayView(firing, running, playbook, { now: clockNow(), degraded: false }).entries;
  if (worst?.pageId !== undefined) return { kind: 'page', pageId: worst.pageId };
  return worst?.incidentId === undefined ? undefined : { kind: 'incident', incidentId: worst.incidentId };
}
