import { useEffect, useState } from 'react';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { similarBefore, type SimilarPast } from '#shared/domain/incident/past.ts';
import { alertOf } from '#shared/domain/incident/similar.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { EventStore } from './event-store.ts';
import { FIGURE_ROWS } from './held-figures.ts';
import { useLive } from './live.ts';

export type SimilarIncident = SimilarPast<IncidentFigures>;

const MOST = 5;
const NONE: readonly SimilarIncident[] = [];

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
  const figures = await FIGURE_ROWS.of(store, useLive.getState().revisions);
  return figures.filter(({ notCounted, resolvedAt }) => notCounted === undefined && resolvedAt !== undefined);
}
