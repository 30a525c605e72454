import { useMemo } from 'react';
import { acknowledgeDeadline } from '#shared/domain/alerting/page-toasts.ts';
import { trayView, type TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { milestonesOf } from '#shared/domain/incident/milestones.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import { useLanguage } from '../ui/language.ts';
import { useLatest } from '../ui/ticker.ts';
import { useCurrentPlaybook } from './current-playbook.ts';
import { type Live, playbookOf, useLive } from './live.ts';

/**
 * When something open becomes late, ascending: between these instants time alone changes neither the order of
 * `openEntries` nor what is news. Pure.
 */
export function lateEdges(
  { pages, incidents, playbooks }: Pick<Live, 'pages' | 'incidents' | 'playbooks'>,
  current: Playbook,
  language: PlaybookLanguage,
): readonly Instant[] {
  const ofPages = [...pages.values()].flatMap((page) =>
    page.status === 'firing' ? (acknowledgeDeadline(page, current)?.lateAt ?? []) : [],
  );
  const ofIncidents = [...incidents.values()].flatMap((incident) => {
    if (incident.closedAt !== undefined) return [];
    const playbook = playbookOf(incident, playbooks, language) ?? current;
    const views = milestonesOf(incident, playbook, incident.detectedAt);
    const open = views.filter(({ metAt }) => metAt === undefined);
    return [...open.flatMap(({ lateAt }) => lateAt ?? []), ...[updateDueAt(incident, playbook) ?? []].flat()];
  });
  return [...new Set([...ofPages, ...ofIncidents])].toSorted((one, other) => one - other);
}

/** `useLatest` of `lateEdges`: the instant since when all that is open is as late as it is now. */
export function useLateEdge(): Instant | undefined {
  const pages = useLive((live) => live.pages);
  const incidents = useLive((live) => live.incidents);
  const playbooks = useLive((live) => live.playbooks);
  const current = useCurrentPlaybook();
  const language = useLanguage();
  const edges = useMemo(
    () => (current === undefined ? [] : lateEdges({ pages, incidents, playbooks }, current, language)),
    [pages, incidents, playbooks, current, language],
  );
  return useLatest(edges);
}

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
