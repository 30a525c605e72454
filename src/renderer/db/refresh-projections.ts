import type { TplusEvent } from '#shared/domain/event/event.ts';
import { byId, PROJECTION_VERSION } from '#shared/domain/event/fold.ts';
import { applyEvents } from './apply-events.ts';
import type { TplusDatabase } from './database.ts';

/** Held in memory at a time. */
const EVENTS_AT_ONCE = 2000;

/**
 * Folds what is open anew when another version of the app folded what is in the store; closed incidents are left to
 * `refoldClosed`, for which nobody has to wait. One transaction: a window that is closed half way leaves the old ones, and
 * the next begins again.
 *
 * @param begins called before it, when it is needed: it may take a while.
 */
export async function refreshProjections(db: TplusDatabase, begins: () => void = () => {}): Promise<void> {
  const found = await db.meta.get('projections');
  if (found?.value === PROJECTION_VERSION) return;
  if ((await db.meta.get('position')) !== undefined) begins();
  await db.transaction('rw', db.tables, async () => {
    const { pages, incidents, playbooks, figures, practice } = db;
    await Promise.all([pages, incidents, playbooks, figures, practice].map((table) => table.clear()));
    await foldOpen(db);
    await db.meta.put({ key: 'projections', value: PROJECTION_VERSION });
    if ((await db.closed.count()) > 0) await db.meta.put({ key: 'refold', value: null });
  });
}

/** Taken out and taken in again: that is how events are folded. */
async function foldOpen(db: TplusDatabase): Promise<void> {
  const rows = await openEvents(db);
  await db.events.bulkDelete(rows.map(({ id }) => id));
  for (let from = 0; from < rows.length; from += EVENTS_AT_ONCE) {
    await applyEvents(db, rows.slice(from, from + EVENTS_AT_ONCE), undefined);
  }
}

/** All but those of pages that have gone with closed incidents: folding them would read every record there is. */
async function openEvents(db: TplusDatabase): Promise<TplusEvent[]> {
  const [rows, archived] = await Promise.all([
    db.events.toArray(),
    db.closed.orderBy('pageIds').uniqueKeys(),
  ]);
  const withClosed = new Set(archived.map(String));
  for (const { incidentId, pageId } of rows)
    if (incidentId !== undefined && pageId !== undefined) withClosed.delete(pageId);
  return rows.filter(({ pageId }) => pageId === undefined || !withClosed.has(pageId)).toSorted(byId);
}
