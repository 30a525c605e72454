import type { TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { PlaybookFor } from '#shared/domain/playbook/for-page.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { openEntries } from '../../db/open-entries.ts';

export interface ListModel {
  readonly pages: readonly { readonly entry: TrayEntry; readonly page: Page }[];
  readonly incidents: readonly { readonly entry: TrayEntry; readonly incident: Incident }[];
}

/** What is open, in the tray's own order, so that the two never disagree. Pure. */
export function listModel(
  pages: ReadonlyMap<string, Page>,
  incidents: ReadonlyMap<string, Incident>,
  playbooks: ReadonlyMap<string, Playbook>,
  playbookFor: PlaybookFor | undefined,
  at: { readonly now: Instant; readonly language: PlaybookLanguage },
): ListModel {
  if (playbookFor === undefined) return { pages: [], incidents: [] };
  const entries = openEntries({ pages, incidents, playbooks }, playbookFor, at);
  return {
    pages: entries.flatMap((entry) => {
      const page = entry.pageId === undefined ? undefined : pages.get(entry.pageId);
      return page === undefined ? [] : [{ entry, page }];
    }),
    incidents: entries.flatMap((entry) => {
      const incident = entry.incidentId === undefined ? undefined : incidents.get(entry.incidentId);
      return incident === undefined ? [] : [{ entry, incident }];
    }),
  };
}

export type EndedEntry =
  | { readonly kind: 'page'; readonly page: Page; readonly endedAt: Instant }
  | { readonly kind: 'incident'; readonly incident: Incident; readonly endedAt: Instant };

/** Closed incidents, and pages resolved without one, last ended first. */
export function endedEntries(
  pages: ReadonlyMap<string, Page>,
  incidents: ReadonlyMap<string, Incident>,
): EndedEntry[] {
  const endedIncidents = [...incidents.values()].flatMap((incident): EndedEntry[] =>
    incident.closedAt === undefined ? [] : [{ kind: 'incident', incident, endedAt: incident.closedAt }],
  );
  const endedPages = [...pages.values()].flatMap((page): EndedEntry[] =>
    page.resolvedAt === undefined || page.incidentId !== undefined
      ? []
      : [{ kind: 'page', page, endedAt: page.resolvedAt }],
  );
  return [...endedIncidents, ...endedPages].toSorted((one, other) => other.endedAt - one.endedAt);
}
