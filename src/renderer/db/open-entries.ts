import { trayView, type TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { type Live, playbookOf } from './live.ts';

/** Everything open, most urgent first, in the tray's own order: the list, the keys and the tray never disagree. Pure. */
export function openEntries(
  { pages, incidents, playbooks }: Pick<Live, 'pages' | 'incidents' | 'playbooks'>,
  current: Playbook,
  at: { readonly now: Instant; readonly language: PlaybookLanguage },
): readonly TrayEntry[] {
  const firing = [...pages.values()].filter(({ status }) => status === 'firing');
  const running = [...incidents.values()]
    .filter(({ closedAt }) => closedAt === undefined)
    .map((incident) => ({ incident, playbook: playbookOf(incident, playbooks, at.language) ?? current }));
  return trayView(firing, running, current, { now: at.now, degraded: false }).entries;
}
