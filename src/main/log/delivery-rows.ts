import type { DatabaseSync } from 'node:sqlite';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import { inTransaction } from './in-transaction.ts';

/** Writes the delivery ledger's rows, one for each tag. */
export function saveDeliveries(
  database: DatabaseSync,
  put: readonly Delivery[],
  drop: readonly string[],
): void {
  const remove = database.prepare('DELETE FROM deliveries WHERE tag = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO deliveries (tag, body) VALUES (?, ?)');
  inTransaction(database, () => {
    for (const tag of drop) remove.run(tag);
    for (const delivery of put) insert.run(delivery.tag, JSON.stringify(delivery));
  });
}
