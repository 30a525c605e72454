import { byId, PROJECTION_VERSION } from '#shared/domain/event/fold.ts';
import { applyEvents } from './apply-events.ts';
import type { TplusDatabase } from './database.ts';

/** Held in memory at a time: events of what is open, and records of closed incidents. */
const EVENTS_AT_ONCE = 2000;
const RECORDS_AT_ONCE = 100;

/**
 * Folds every page and incident anew, closed ones too, when another version of the app folded those in the store. One
 * transaction: a window that is closed half way leaves the old ones, and the next begins again.
 *
 * @param begins called before it, when it is needed: it may take a while.
 */
export async function refreshProjections(db: TplusDatabase, begins: () => void = () => {}): Promise<void> {
  const found = await db.meta.get('projections');
  if (found?.value === PROJECTION_VERSION) return;
  if ((await db.meta.get('position')) !== undefined) begins();
  await db.transaction('rw', db.tables, async () => {
    await Promise.all([db.pages.clear(), db.incidents.clear(), db.playbooks.clear()]);
    await foldOpen(db);
    await foldClosed(db);
    await db.meta.put({ key: 'projections', value: PROJECTION_VERSION });
  });
}

/** Taken out and taken in again: that is how events are folded. Pages find what closed incidents hold of them. */
async function foldOpen(db: TplusDatabase): Promise<void> {
  const rows = (await db.events.toArray()).toSorted(byId);
  await db.events.clear();
  for (let from = 0; from < rows.length; from += EVENTS_AT_ONCE) {
    await applyEvents(db, rows.slice(from, from + EVENTS_AT_ONCE), undefined);
  }
}

async function foldClosed(db: TplusDatabase): Promise<void> {
  const ids = await db.closed.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += RECORDS_AT_ONCE) {
    const chunk = ids.slice(from, from + RECORDS_AT_ONCE);
    const records = (await db.closed.bulkGet(chunk)).filter((record) => record !== undefined);
    await db.closed.bulkDelete(chunk);
    await applyEvents(
      db,
      records.flatMap((record) => record.events),
      undefined,
    );
  }
}
