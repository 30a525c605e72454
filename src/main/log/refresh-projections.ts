import type { DatabaseSync } from 'node:sqlite';
import { PROJECTION_VERSION } from '#shared/domain/event/fold.ts';
import { inTransaction } from './in-transaction.ts';
import { incidentTable, pageTable, type ProjectionTable } from './projection-table.ts';

const VERSION_KEY = 'projections';

/**
 * Folds every page and incident anew, closed ones too, when another version of the app folded those in the file: it
 * may know less of them, or more. One transaction, so that a crash leaves all of the old ones or all of the new.
 */
export function refreshProjections(database: DatabaseSync): void {
  const found = database.prepare('SELECT value FROM meta WHERE key = ?').get(VERSION_KEY)?.value;
  if (found === String(PROJECTION_VERSION)) return;
  inTransaction(database, () => {
    refold(database, 'page_id', pageTable(database));
    refold(database, 'incident_id', incidentTable(database));
    database
      .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
      .run(VERSION_KEY, String(PROJECTION_VERSION));
  });
}

/** A row that is there keeps its place in the order of arrival; one that is not takes that of its first event. */
function refold(
  database: DatabaseSync,
  column: 'page_id' | 'incident_id',
  table: ProjectionTable<unknown>,
): void {
  const entities = database
    .prepare(
      `SELECT ${column} AS id, min(seq) AS seq FROM events WHERE ${column} IS NOT NULL GROUP BY ${column}`,
    )
    .all();
  for (const { id, seq } of entities) table.refold(String(id), Number(seq));
}
