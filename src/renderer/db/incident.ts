import { useEffect, useState } from 'react';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { useView } from '../bridge/view.ts';
import { useLive } from './live.ts';

export interface FoundIncident {
  readonly incident: Incident | undefined;
  /** It may still turn up. */
  readonly loading: boolean;
}

/** What the store last answered. */
interface ReadIncident {
  readonly of: string;
  readonly revision: number;
  readonly incident: Incident | undefined;
}

/** An incident that screens hold, or else from the store: one that was closed long ago is there too. */
export function useIncident(id: string): FoundIncident {
  const held = useLive((live) => live.incidents.get(id));
  const { store, loaded } = useLive();
  const revision = useLive((live) => live.revisions.get(id) ?? 0);
  const [read, setRead] = useState<ReadIncident>();
  const promised = useView((view) => view.promised.has(id));
  const isHeld = held !== undefined;
  useEffect(() => {
    if (isHeld || !loaded || store === undefined) return undefined;
    let current = true;
    const keep = (incident: Incident | undefined): void => {
      if (current) setRead({ of: id, revision, incident });
    };
    store.incident(id).then(keep, () => keep(undefined));
    return () => {
      current = false;
    };
  }, [isHeld, loaded, store, id, revision]);
  if (held !== undefined) return { incident: held, loading: false };
  // Main has named it, and nothing of it has come yet: a thousand pages that were taken are read in one go.
  const isComing = promised && revision === 0;
  if (isComing && read?.incident === undefined) return { incident: undefined, loading: true };
  return read?.of === id
    ? { incident: read.incident, loading: false }
    : { incident: undefined, loading: true };
}
