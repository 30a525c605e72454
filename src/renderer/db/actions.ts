import { useEffect, useState } from 'react';
import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { EventStore } from './event-store.ts';
import { type Refolding, useLive } from './live.ts';

export type ReadActions =
  | { readonly state: 'loading' | 'failed' }
  | {
      readonly state: 'read';
      readonly incidents: readonly IncidentActions[];
      /** Closed incidents are being folded anew: some of theirs may be missing. */
      readonly refolding?: Refolding;
    };

/** What a store held at these revisions. */
interface Held {
  readonly store: EventStore;
  readonly revisions: ReadonlyMap<string, number>;
  readonly byIncident: ReadonlyMap<string, IncidentActions>;
}

/** The action items of all incidents, also of those that ended long ago; level with every change. */
export function useActions(): ReadActions {
  const { store, loaded, revisions, refolding } = useLive();
  const [held, setHeld] = useState<Held>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!loaded || store === undefined) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const next = await readOn(store, revisions, held).catch(() => undefined);
      if (!current) return;
      setFailed(next === undefined);
      if (next !== undefined && next !== held) setHeld(next);
    };
    void read();
    return () => {
      current = false;
    };
  }, [store, loaded, revisions, held]);
  if (failed) return { state: 'failed' };
  if (held === undefined || held.store !== store) return { state: 'loading' };
  const incidents = [...held.byIncident.values()];
  return { state: 'read', incidents, ...(refolding === undefined ? {} : { refolding }) };
}

/** Reads all the first time, and then only what has changed since. */
async function readOn(
  store: EventStore,
  revisions: ReadonlyMap<string, number>,
  held: Held | undefined,
): Promise<Held> {
  if (held?.store !== store) {
    const rows = await store.incidentActions();
    return { store, revisions, byIncident: new Map(rows.map((row) => [row.id as string, row])) };
  }
  const stale = [...revisions].filter(([id, count]) => held.revisions.get(id) !== count).map(([id]) => id);
  if (stale.length === 0) return held;
  const fresh = new Map((await store.incidentActions(stale)).map((row) => [row.id as string, row]));
  const byIncident = new Map(held.byIncident);
  for (const id of stale) {
    const row = fresh.get(id);
    if (row === undefined) byIncident.delete(id);
    else byIncident.set(id, row);
  }
  return { store, revisions, byIncident };
}
