import type { DatabaseSync } from 'node:sqlite';
import type { Page } from '#shared/domain/page/page.ts';
import { inTransaction } from './in-transaction.ts';
import type { HeardSource } from './protocol.ts';

/** A page tells that its source was heard, also one that came from another replica; inside the caller's transaction. */
export function sourceRows(database: DatabaseSync): (page: Page) => void {
  const put = database.prepare(
    `INSERT INTO sources (id, last_heard_at) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET last_heard_at = max(last_heard_at, excluded.last_heard_at)`,
  );
  return ({ source, receivedAt, test, drill }) => {
    // What the app pages itself with is no sender.
    if (!test && drill === undefined) put.run(source, receivedAt);
  };
}

/** Writes when sources were heard, whether or not a page came of it. */
export function saveSources(database: DatabaseSync, sources: readonly HeardSource[]): void {
  const put = database.prepare('INSERT OR REPLACE INTO sources (id, last_heard_at) VALUES (?, ?)');
  inTransaction(database, () => {
    for (const { id, lastHeardAt } of sources) put.run(id, lastHeardAt);
  });
}
