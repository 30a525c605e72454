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

/** What past incidents were like, by store: read once, and what was resolved since is read again. */
const held = new WeakMap<EventStore, Map<string, IncidentFigures>>();

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
  const known = held.get(store);
  const live = [...useLive.getState().incidents.keys()];
  const rows = await store.figures(known === undefined ? undefined : live);
  const past = known ?? new Map<string, IncidentFigures>();
  for (const row of rows) past.set(row.id, row);
  held.set(store, past);
  return [...past.values()].filter(
    ({ notCounted, resolvedAt }) => notCounted === undefined && resolvedAt !== undefined,
  );
}
