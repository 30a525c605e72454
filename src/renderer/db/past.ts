import { useEffect, useState } from 'react';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { similarBefore, type SimilarPast } from '#shared/domain/incident/past.ts';
import { alertOf } from '#shared/domain/incident/similar.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { EventStore } from './event-store.ts';
import { useLive } from './live.ts';

export type SimilarIncident = SimilarPast<IncidentFigures>;

const MOST = 5;
const NONE: readonly SimilarIncident[] = [];

/** What incidents were like, by store: read once, and what has changed since is read again. */
const held = new WeakMap<
  EventStore,
  {
    readonly byId: Map<string, IncidentFigures>;
    readonly revisions: ReadonlyMap<string, number>;
  }
>();

/**
 * Incidents of before that look like one that is being handled, most alike first; tests, drills and what was merged are
 * never among them. Read while nothing else is to be done; empty until then.
 */
export function useSimilarBefore(incident: Incident): readonly SimilarIncident[] {
  const store = useLive((live) => live.store);
  const [found, setFound] = useState<readonly SimilarIncident[]>(NONE);
  const { id, title, service, summary, resolvedAt, pageIds } = incident;
  const isLive = resolvedAt === undefined;
  const pagesKey = pageIds.join(' ');
  useEffect(() => {
    if (store === undefined || !isLive) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const past = await pastOf(store);
      const { pages } = useLive.getState();
      const own = pagesKey.split(' ').flatMap((pageId) => pages.get(pageId) ?? []);
      const alerts = [...new Set(own.map(alertOf))].filter((alert) => alert !== '');
      const byAlert = alerts.length === 0 ? new Set<string>() : await store.incidentsOfAlerts(alerts);
      if (!current) return;
      const others = past.filter((each) => each.id !== id);
      setFound(similarBefore({ title, service, summary }, others, byAlert, MOST));
    };
    // What cannot be read is not offered: nothing depends on it.
    requestIdleCallback(() => current && void read().catch(() => undefined));
    return () => {
      current = false;
    };
  }, [store, isLive, id, title, service, summary, pagesKey]);
  return isLive ? found : NONE;
}

async function pastOf(store: EventStore): Promise<IncidentFigures[]> {
  const { revisions } = useLive.getState();
  const known = held.get(store);
  const byId = known?.byId ?? new Map<string, IncidentFigures>();
  const stale = [...revisions].filter(([id, count]) => known?.revisions.get(id) !== count).map(([id]) => id);
  const rows = await store.figures(known === undefined ? undefined : stale);
  for (const id of stale) byId.delete(id);
  for (const row of rows) byId.set(row.id, row);
  held.set(store, { byId, revisions });
  return [...byId.values()].filter(
    ({ notCounted, resolvedAt }) => notCounted === undefined && resolvedAt !== undefined,
  );
}
