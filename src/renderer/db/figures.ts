import { useEffect, useState } from 'react';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { describe } from './database.ts';
import type { EventStore } from './event-store.ts';
import { useLive } from './live.ts';

/** The figures of every incident the log knows, as far as they are there. */
export type HeldFigures =
  | { readonly state: 'loading' }
  /** Closed incidents are being folded anew: a part of them would be a wrong figure. */
  | { readonly state: 'refolding'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'ready'; readonly figures: readonly IncidentFigures[] };

/** The figures of one store, and how far they are level with it. */
interface Held {
  readonly byId: Map<string, IncidentFigures>;
  readonly filled: Promise<void>;
  revisions: ReadonlyMap<string, number>;
}
const held = new WeakMap<EventStore, Held>();

/** Read once, then only what changed is read again. */
export function useFigures(): HeldFigures {
  const store = useLive((live) => live.store);
  const refolding = useLive((live) => live.refolding);
  const revisions = useLive((live) => live.revisions);
  const isWhole = refolding === undefined;
  const [read, setRead] = useState<HeldFigures>({ state: 'loading' });
  useEffect(() => {
    if (store === undefined || !isWhole) return undefined;
    let current = true;
    levelled(store, revisions).then(
      (figures) => current && setRead({ state: 'ready', figures }),
      (error: unknown) => current && setRead({ state: 'failed', detail: describe(error) }),
    );
    return () => {
      current = false;
    };
  }, [store, isWhole, revisions]);
  return refolding === undefined ? read : { state: 'refolding', ...refolding };
}

/** Begins the reading, for a place that is about to be drawn: its script is fetched meanwhile. */
export function readFiguresAhead(): void {
  const { store, refolding, revisions } = useLive.getState();
  if (store !== undefined && refolding === undefined) heldOf(store, revisions);
}

async function levelled(
  store: EventStore,
  revisions: ReadonlyMap<string, number>,
): Promise<readonly IncidentFigures[]> {
  const own = heldOf(store, revisions);
  await own.filled;
  const stale = [...revisions].filter(([id, count]) => own.revisions.get(id) !== count).map(([id]) => id);
  own.revisions = revisions;
  if (stale.length > 0) {
    const fresh = await store.figures(stale);
    for (const id of stale) own.byId.delete(id);
    for (const each of fresh) own.byId.set(each.id, each);
  }
  return [...own.byId.values()];
}

function heldOf(store: EventStore, revisions: ReadonlyMap<string, number>): Held {
  const found = held.get(store);
  if (found !== undefined) return found;
  const byId = new Map<string, IncidentFigures>();
  const fill = async (): Promise<void> => {
    for (const each of await store.figures()) byId.set(each.id, each);
  };
  const made: Held = { byId, filled: fill(), revisions };
  held.set(store, made);
  // A store that failed is asked again.
  made.filled.catch(() => held.delete(store));
  return made;
}
