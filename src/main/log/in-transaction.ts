import type { DatabaseSync } from 'node:sqlite';

/** All of it on disk, or nothing. @throws what `work` or SQLite throws, after rolling back */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Blanked text is overwritten in the database; the write-ahead log keeps its old pages until it is emptied. */
export function emptyWriteAheadLog(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // What was asked for is written; closing the log empties it, too.
  }
}
