import { useEffect, useState } from 'react';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { describe } from './database.ts';
import { useLive } from './live.ts';

export type Timeline =
  | { readonly state: 'loading' }
  | { readonly state: 'read'; readonly events: readonly TplusEvent[] }
  | { readonly state: 'failed'; readonly detail: string };

/** An incident's events and its pages', read again whenever one came or changed. */
export function useTimeline(incident: Incident): Timeline {
  const store = useLive((live) => live.store);
  const revision = useLive((live) => live.revisions.get(incident.id) ?? 0);
  const [timeline, setTimeline] = useState<Timeline & { readonly of?: string }>({ state: 'loading' });
  const pageCount = incident.pageIds.length;
  useEffect(() => {
    let current = true;
    store?.timeline(incident).then(
      (events) => current && setTimeline({ state: 'read', events, of: incident.id }),
      (error: unknown) =>
        current && setTimeline({ state: 'failed', detail: describe(error), of: incident.id }),
    );
    return () => {
      current = false;
    };
    // The incident itself changes with every tick of a box.
    // oxlint-disable-next-line react/exhaustive-deps -- what it adds to the timeline shows in these.
  }, [store, incident.id, pageCount, revision]);
  return timeline.of === incident.id ? timeline : { state: 'loading' };
}
