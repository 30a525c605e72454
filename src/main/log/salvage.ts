import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { readEvent, type TplusEvent } from '#shared/domain/event/event.ts';

const CHUNK = 256;

/**
 * Reads what can be read of a damaged log: chunk by chunk, and where a chunk fails, row by row. A row
 * that is not a valid event is left where it is, in the file set aside, which is not written to.
 */
export function salvageEvents(file: string): TplusEvent[] {
  let database: DatabaseSync;
  try {
    if (statSync(file).size === 0) return [];
    database = new DatabaseSync(file, { readOnly: true, defensive: false });
  } catch {
    return [];
  }
  try {
    // Lets SQLite read a file that is shorter than its header says.
    database.exec('PRAGMA writable_schema = ON');
    const last = lastSeq(database);
    const chunk = database.prepare('SELECT seq, body FROM events WHERE seq > ? AND seq <= ? ORDER BY seq');
    const found: TplusEvent[] = [];
    for (let from = 0; from < last; from += CHUNK) found.push(...readRange(chunk, from, from + CHUNK));
    return found;
  } catch {
    // Not a database at all, or its schema is gone: nothing to salvage here.
    return [];
  } finally {
    database.close();
  }
}

function readRange(statement: StatementSync, from: number, to: number): TplusEvent[] {
  try {
    return statement.all(from, to).flatMap(({ body }) => parse(body));
  } catch {
    if (to - from <= 1) return [];
    const middle = from + Math.floor((to - from) / 2);
    return [...readRange(statement, from, middle), ...readRange(statement, middle, to)];
  }
}

function parse(body: unknown): TplusEvent[] {
  try {
    const event = typeof body === 'string' ? readEvent(JSON.parse(body)) : undefined;
    return event === undefined ? [] : [event];
  } catch {
    return [];
  }
}

/** The highest sequence number that may have been used; guesses high when the table's end is unreadable. */
function lastSeq(database: DatabaseSync): number {
  for (const sql of [
    'SELECT max(seq) AS last FROM events',
    "SELECT seq AS last FROM sqlite_sequence WHERE name = 'events'",
  ]) {
    try {
      const last = database.prepare(sql).get()?.last;
      if (typeof last === 'number') return last;
    } catch {
      // The next way may still answer.
    }
  }
  return 1_000_000;
}
