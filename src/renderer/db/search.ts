import type { Instant } from '#shared/domain/ids.ts';
import type { SearchEntry, SearchRecord } from '#shared/domain/search/search-record.ts';
import { type SearchHit, SearchIndex } from '#shared/domain/search/search-index.ts';
import type { EventStore } from './event-store.ts';
import { useLive } from './live.ts';

/** Something found, with the words it is shown by. */
export interface Found {
  readonly where: SearchHit['where'];
  readonly record: SearchRecord;
  readonly entry?: SearchEntry;
  readonly at: Instant;
}

/** The index of one store, and how far it is level with it. */
interface Held {
  readonly index: SearchIndex;
  readonly filled: Promise<void>;
  revisions: ReadonlyMap<string, number>;
}
const held = new WeakMap<EventStore, Held>();
const AT_ONCE = 250;

/** Reads the index into memory, if it is not there yet: for when somebody is about to ask. Nobody else pays for it. */
export async function prepareSearch(): Promise<void> {
  const { store } = useLive.getState();
  if (store !== undefined) await indexOf(store).filled;
}

/**
 * Incidents, open and closed, in whose name, notes or copied messages every word of the query is found; best
 * first. Empty while there is no store.
 */
export async function searchIncidents(query: string, limit: number): Promise<Found[]> {
  const { store } = useLive.getState();
  if (store === undefined) return [];
  const { index } = await levelled(store);
  const hits = index.find(query, limit);
  if (hits.length === 0) return [];
  const records = await store.searchRecords(hits.map(({ incidentId }) => incidentId));
  const byId = new Map(records.map((record) => [record.id, record]));
  return hits.flatMap((hit): Found[] => {
    const record = byId.get(hit.incidentId);
    if (record === undefined) return [];
    const entry = record.entries.find(({ eventId }) => eventId === hit.eventId);
    // Redacted since the index was asked: it is not shown.
    if (hit.where !== 'incident' && entry === undefined) return [];
    const at = entry?.at ?? record.detectedAt;
    return [{ where: hit.where, record, at, ...(entry === undefined ? {} : { entry }) }];
  });
}

function indexOf(store: EventStore): Held {
  const found = held.get(store);
  if (found !== undefined) return found;
  const index = new SearchIndex();
  const fill = async (): Promise<void> => {
    const records = await store.searchRecords();
    for (const [place, record] of records.entries()) {
      index.put(record);
      // Somebody types meanwhile.
      if (place % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const made: Held = { index, filled: fill(), revisions: useLive.getState().revisions };
  held.set(store, made);
  // A store that failed is asked again.
  made.filled.catch(() => held.delete(store));
  return made;
}

/** The index after every change that the window knows of. */
async function levelled(store: EventStore): Promise<Held> {
  const own = indexOf(store);
  await own.filled;
  const { revisions } = useLive.getState();
  const stale = [...revisions].filter(([id, count]) => own.revisions.get(id) !== count).map(([id]) => id);
  own.revisions = revisions;
  if (stale.length === 0) return own;
  const fresh = new Map((await store.searchRecords(stale)).map((record) => [record.id as string, record]));
  for (const id of stale) {
    const record = fresh.get(id);
    if (record === undefined) own.index.remove(id);
    else own.index.put(record);
  }
  return own;
}
