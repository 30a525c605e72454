import type { Table } from 'dexie';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { recordOf, recordOnTop, type SearchRecord } from '#shared/domain/search/search-record.ts';
import { groupBy } from './projection.ts';

/** Of the database, what these rows are written to and made from. */
interface SearchTable {
  readonly search: Table<SearchRecord, string>;
}
interface Readable<Row> {
  bulkGet(ids: string[]): PromiseLike<(Row | undefined)[]>;
}
interface SourceTables extends SearchTable {
  readonly incidents: Readable<{ readonly id: string; readonly incident: Incident }> & {
    toCollection(): { primaryKeys(): PromiseLike<string[]> };
  };
  readonly closed: Readable<{ readonly events: readonly TplusEvent[] }>;
  readonly events: Table<TplusEvent, string>;
}

/** An incident as just folded; all its events where it was folded from all of them. */
interface FoldedIncident {
  readonly entity: Incident | undefined;
  readonly events?: readonly TplusEvent[];
}

/**
 * Writes what can be found of some incidents, in the transaction that changed them: text that was redacted leaves
 * the search together with the log.
 */
export async function writeSearchRows(
  db: SearchTable,
  incidents: ReadonlyMap<string, FoldedIncident>,
  changed: readonly TplusEvent[],
): Promise<void> {
  const fresh = groupBy(changed, (event) => event.incidentId);
  const ids = [...incidents.keys()];
  const onTop = ids.filter((id) => incidents.get(id)?.events === undefined);
  const held = new Map(
    (await db.search.bulkGet(onTop)).flatMap((row) => (row === undefined ? [] : [[row.id as string, row]])),
  );
  const gone = ids.filter((id) => incidents.get(id)?.entity === undefined);
  await db.search.bulkDelete(gone);
  await db.search.bulkPut(
    [...incidents].flatMap(([id, { entity, events }]) => {
      if (entity === undefined) return [];
      if (events !== undefined) return [recordOf(entity, events)];
      return [recordOnTop(entity, held.get(id)?.entries ?? [], fresh.get(id) ?? [])];
    }),
  );
}

const CHUNK = 500;

/** Makes the rows of a store that was written before there were any. */
export async function fillSearchRows(db: SourceTables): Promise<void> {
  const ids = await db.incidents.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK);
    const [rows, closed, open] = await Promise.all([
      db.incidents.bulkGet(chunk),
      db.closed.bulkGet(chunk),
      db.events.where('incidentId').anyOf(chunk).toArray(),
    ]);
    const events = groupBy(
      [...open, ...closed.flatMap((row) => row?.events ?? [])],
      (event) => event.incidentId,
    );
    await db.search.bulkPut(
      rows.flatMap((row) => (row === undefined ? [] : [recordOf(row.incident, events.get(row.id) ?? [])])),
    );
  }
}
