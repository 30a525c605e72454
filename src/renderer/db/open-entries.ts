import { useMemo } from 'react';
import { acknowledgeDeadline } from '#shared/domain/alerting/page-toasts.ts';
import { trayView, type TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { PlaybookFor } from '#shared/domain/playbook/for-page.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { milestonesOf } from '#shared/domain/incident/milestones.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import { useLanguage } from '../ui/language.ts';
import { useLatest } from '../ui/ticker.ts';
import { usePlaybookFor } from './current-playbook.ts';
import { type Live, playbookOf, useLive } from './live.ts';

/**
 * When something open becomes late, ascending: between these instants time alone changes neither the order of
 * `openEntries` nor what is news. Pure.
 */
export function lateEdges(
  { pages, incidents, playbooks }: Pick<Live, 'pages' | 'incidents' | 'playbooks'>,
  playbookFor: PlaybookFor,
  language: PlaybookLanguage,
): readonly Instant[] {
  const ofPages = [...pages.values()].flatMap((page) =>
    page.status === 'firing' ? (acknowledgeDeadline(page, playbookFor(page))?.lateAt ?? []) : [],
  );
  const ofIncidents = [...incidents.values()].flatMap((incident) => {
    if (incident.closedAt !== undefined) return [];
    const playbook = playbookOf(incident, playbooks, language) ?? playbookFor(incident);
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
  const playbookFor = usePlaybookFor();
  const language = useLanguage();
  const edges = useMemo(
    () =>
      playbookFor === undefined ? [] : lateEdges({ pages, incidents, playbooks }, playbookFor, language),
    [pages, incidents, playbooks, playbookFor, language],
  );
  return useLatest(edges);
}

/** Everything open, most urgent first, in the tray's own order: the list, the keys and the tray never disagree. Pure. */
export function openEntries(
  { pages, incidents, playbooks }: Pick<Live, 'pages' | 'incidents' | 'playbooks'>,
  playbookFor: PlaybookFor,
  at: { readonly now: Instant; readonly language: PlaybookLanguage },
): readonly TrayEntry[] {
  const firing = [...pages.values()].filter(({ status }) => status === 'firing');
  const running = [...incidents.values()]
    .filter(({ closedAt }) => closedAt === undefined)
    .map((incident) => ({
      incident,
      playbook: playbookOf(incident, playbooks, at.language) ?? playbookFor(incident),
    }));
  return trayView(firing, running, playbookFor, { now: at.now, degraded: false }).entries;
}
