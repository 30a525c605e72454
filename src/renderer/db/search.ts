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
export interface SearchAnswer {
  readonly found: readonly Found[];
  /** All incidents were looked through. Until then those not read yet are missing, the oldest last. */
  readonly isWhole: boolean;
}

/** The index of one store, and how far it is level with it. */
interface Held {
  readonly index: SearchIndex;
  readonly filled: Promise<void>;
  isFilled: boolean;
  /** Somebody is about to ask, or has asked: no pause any more, also not the one that is under way. */
  isWanted: boolean;
  readonly wanted: PromiseWithResolvers<void>;
  /** Before each chunk that nobody waits for. */
  pause: () => Promise<void>;
  /** What had changed when the index was last levelled. */
  revisions: ReadonlyMap<string, number>;
  /** One levelling at a time: a question asked during another's must not be answered from before it. */
  levelling: Promise<void>;
  readonly listeners: Set<() => void>;
}
const held = new WeakMap<EventStore, Held>();
/** A chunk was measured to take some 20 ms: little enough to type on, and for the first answer to come at once. */
const CHUNK = 250;

/** Reads the index into memory, if it is not there yet: for when somebody is about to ask. */
export async function prepareSearch(): Promise<void> {
  const { store } = useLive.getState();
  if (store === undefined) return;
  const own = indexOf(store);
  want(own);
  await own.filled;
}

/** The same ahead of time. @param pause settles when nothing else is to be done: it is awaited before each chunk */
export async function readSearchAhead(pause: () => Promise<void>): Promise<void> {
  const { store } = useLive.getState();
  if (store === undefined) return;
  const own = indexOf(store);
  own.pause = pause;
  await own.filled;
}

/**
 * Incidents, open and closed, in whose name, notes or copied messages every word of the query is found; best
 * first. Answers at once from what is read so far. Empty while there is no store.
 */
export async function searchIncidents(query: string, limit: number): Promise<SearchAnswer> {
  const { store } = useLive.getState();
  if (store === undefined) return { found: [], isWhole: true };
  const { index, isFilled } = await levelled(store);
  const hits = index.find(query, limit);
  if (hits.length === 0) return { found: [], isWhole: isFilled };
  const records = await store.searchRecords(hits.map(({ incidentId }) => incidentId));
  const byId = new Map(records.map((record) => [record.id, record]));
  const found = hits.flatMap((hit): Found[] => {
    const record = byId.get(hit.incidentId);
    if (record === undefined) return [];
    const entry = record.entries.find(({ eventId }) => eventId === hit.eventId);
    // Redacted since the index was asked: it is not shown.
    if (hit.where !== 'incident' && entry === undefined) return [];
    const at = entry?.at ?? record.detectedAt;
    return [{ where: hit.where, record, at, ...(entry === undefined ? {} : { entry }) }];
  });
  return { found, isWhole: isFilled };
}

/** Calls when more of the store has been read, and a question may have another answer. @returns the unsubscribe */
export function onSearchRead(listener: () => void): () => void {
  const { store } = useLive.getState();
  if (store === undefined) return () => undefined;
  const { listeners } = indexOf(store);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function indexOf(store: EventStore): Held {
  const found = held.get(store);
  if (found !== undefined) return found;
  const index = new SearchIndex();
  const listeners = new Set<() => void>();
  const fill = async (): Promise<void> => {
    const { revisions } = useLive.getState();
    let after: string | undefined;
    do {
      await (made.isWanted ? nextTask() : Promise.race([made.pause(), made.wanted.promise]));
      const records = await store.searchChunk(after, CHUNK);
      for (const record of records) index.put(record);
      after = records.length < CHUNK ? undefined : records.at(-1)?.id;
      if (after === undefined) {
        made.isFilled = true;
        // A chunk that was under way may have put back what a change had just replaced.
        made.levelling = made.levelling.then(() => {
          made.revisions = revisions;
        });
      }
      for (const listener of listeners) listener();
    } while (after !== undefined);
  };
  const made: Held = {
    index,
    filled: Promise.resolve().then(fill),
    isFilled: false,
    isWanted: false,
    wanted: Promise.withResolvers(),
    pause: nextTask,
    revisions: useLive.getState().revisions,
    levelling: Promise.resolve(),
    listeners,
  };
  held.set(store, made);
  // A store that failed is asked again.
  made.filled.catch(() => {
    held.delete(store);
    for (const listener of listeners) listener();
  });
  return made;
}

/** The index after every change that the window knows of; and not empty, unless the store is. */
async function levelled(store: EventStore): Promise<Held> {
  const own = indexOf(store);
  want(own);
  if (!own.isFilled && own.index.size === 0) await firstRead(own);
  const levelling = own.levelling.then(() => level(own, store));
  // What failed is tried again by the next question.
  own.levelling = levelling.catch(() => undefined);
  await levelling;
  return own;
}

function want(own: Held): void {
  own.isWanted = true;
  own.wanted.resolve();
}

async function level(own: Held, store: EventStore): Promise<void> {
  const { revisions } = useLive.getState();
  const stale = [...revisions].filter(([id, count]) => own.revisions.get(id) !== count).map(([id]) => id);
  if (stale.length > 0) {
    const fresh = new Map((await store.searchRecords(stale)).map((record) => [record.id as string, record]));
    for (const id of stale) {
      const record = fresh.get(id);
      if (record === undefined) own.index.remove(id);
      else own.index.put(record);
    }
  }
  own.revisions = revisions;
}

/** Somebody types meanwhile. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Until one chunk is there, or reading failed. */
function firstRead({ listeners, filled }: Held): Promise<void> {
  const one = new Promise<void>((resolve) => {
    const listener = (): void => {
      listeners.delete(listener);
      resolve();
    };
    listeners.add(listener);
  });
  return Promise.race([one, filled]);
}
