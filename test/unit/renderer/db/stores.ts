import { afterEach } from 'vitest';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { TplusDatabase } from '../../../../src/renderer/db/database.ts';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import { IndexedStore } from '../../../../src/renderer/db/indexed-store.ts';
import { MemoryStore } from '../../../../src/renderer/db/memory-store.ts';
import type { FakeLog } from '../fake-log.ts';

let made = 0;

/** For a file of tests: makes databases, each a new one, that are gone after the test. */
export function freshDatabases(): () => TplusDatabase {
  const opened: TplusDatabase[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.delete()));
  });
  return () => {
    made += 1;
    const database = new TplusDatabase(`store-${made}`);
    opened.push(database);
    return database;
  };
}

/** Both kinds of store, by name, for `describe.each`. */
export function bothStores(fresh: () => TplusDatabase): readonly [string, () => EventStore][] {
  return [
    ['IndexedDB', () => new IndexedStore(fresh())],
    ['memory', () => new MemoryStore()],
  ];
}

/** Every incident of a log, folded from all of it, by id. */
export function incidentsIn(log: FakeLog): Incident[] {
  const ids = [...new Set(log.events.flatMap(({ incidentId }) => incidentId ?? []))].toSorted();
  return ids.flatMap((id) => foldIncidentEvents(log.events.filter((each) => each.incidentId === id)) ?? []);
}

export function inOrderOfId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
