import { uniqueById } from '#shared/domain/event/fold.ts';
import { foldIncident, type Incident } from '#shared/domain/incident/incident.ts';
import { foldPage, type Page } from '#shared/domain/page/page.ts';
import { writeActionRows } from './action-rows.ts';
import { applyEvents, entitiesOf, type FoldedIncident, writeIncidents, writePages } from './apply-events.ts';
import type { ClosedRow, TplusDatabase } from './database.ts';
import type { Change } from './event-store.ts';
import { writeFigureRows } from './figure-rows.ts';
import type { Refolding } from './live.ts';
import { foldAll, type Folded, groupBy } from './projection.ts';
import { writeSearchRows } from './search-rows.ts';

/** In one transaction, between which others get their turn. */
const RECORDS_AT_ONCE = 500;

export interface RefoldListener {
  readonly progress: (refolding: Refolding | undefined) => void;
  readonly changed: (change: Change) => void;
  readonly isStopped: () => boolean;
}

/** How much is still to be folded anew; undefined: nothing. */
export async function refoldingOf(db: TplusDatabase): Promise<Refolding | undefined> {
  const row = await db.meta.get('refold');
  if (row?.key !== 'refold') return undefined;
  const [total, left] = await Promise.all([db.closed.count(), below(db, row.value).count()]);
  return { done: total - left, total };
}

/**
 * Folds closed incidents anew after another version of the app has folded them, newest first, while the window is in use.
 * Its place is kept: a window that is closed half way goes on from there.
 */
export async function refoldClosed(
  db: TplusDatabase,
  listener: RefoldListener,
  atOnce = RECORDS_AT_ONCE,
): Promise<void> {
  let refolding = await refoldingOf(db);
  while (refolding !== undefined && !listener.isStopped()) {
    const step = await db.transaction('rw', db.tables, async () => refoldNext(db, atOnce));
    listener.changed(step.change);
    refolding = step.isLast
      ? undefined
      : { ...refolding, done: Math.min(refolding.total, refolding.done + atOnce) };
    listener.progress(refolding);
  }
}

function below(db: TplusDatabase, id: string | null) {
  return id === null ? db.closed.orderBy(':id') : db.closed.where(':id').below(id);
}

async function refoldNext(db: TplusDatabase, atOnce: number): Promise<{ change: Change; isLast: boolean }> {
  const row = await db.meta.get('refold');
  const from = row?.key === 'refold' ? row.value : null;
  // oxlint-disable-next-line unicorn/no-array-reverse -- Dexie's own: it turns the direction, no array.
  const rows = await below(db, from).reverse().limit(atOnce).toArray();
  const change = await refold(db, rows);
  const last = rows.at(-1);
  const isLast = rows.length < atOnce || last === undefined;
  if (isLast) await db.meta.delete('refold');
  else await db.meta.put({ key: 'refold', value: last.id });
  return { change, isLast };
}

/** Their records stay as they are: only what is derived from them is written. */
async function refold(db: TplusDatabase, rows: readonly ClosedRow[]): Promise<Change> {
  const incidents = new Map<string, FoldedIncident>(
    rows.map(({ id, events }) => [id, { ...foldAll<Incident>(events, foldIncident), events }]),
  );
  const isOpenNow = rows.some(({ id }) => incidents.get(id)?.entity?.closedAt === undefined);
  // By other rules one of them is not closed: its events have to move, as with any that are new.
  if (isOpenNow) return refoldByEvents(db, rows);
  const pages = await foldPagesOf(db, rows);
  await writeIncidents(db, incidents);
  await writePages(db, pages);
  await writeSearchRows(db, incidents, []);
  await writeFigureRows(db, incidents);
  await writeActionRows(db, incidents);
  return { pages: entitiesOf(pages), incidents: entitiesOf(incidents), playbooks: new Map() };
}

async function refoldByEvents(db: TplusDatabase, rows: readonly ClosedRow[]): Promise<Change> {
  await db.closed.bulkDelete(rows.map(({ id }) => id));
  return applyEvents(
    db,
    rows.flatMap(({ events }) => events),
    undefined,
  );
}

/** A page may have come from, or gone to, another incident, whose events of it count too. */
async function foldPagesOf(
  db: TplusDatabase,
  rows: readonly ClosedRow[],
): Promise<Map<string, Folded<Page>>> {
  const ids = [...new Set(rows.flatMap(({ pageIds }) => pageIds))];
  const [stored, others] = await Promise.all([
    db.events.where('pageId').anyOf(ids).toArray(),
    othersWith(db, ids.toSorted(), rows),
  ]);
  const archived = [...rows, ...others].flatMap((archive) => archive?.events ?? []);
  const events = uniqueById([...stored, ...archived.filter(({ pageId }) => pageId !== undefined)]);
  const byPage = groupBy(events.values(), (event) => event.pageId);
  return new Map(ids.map((id) => [id, foldAll<Page>(byPage.get(id) ?? [], foldPage)]));
}

/** Records, other than those at hand, in which pages of theirs were too: hardly ever any. */
async function othersWith(
  db: TplusDatabase,
  ids: readonly string[],
  rows: readonly ClosedRow[],
): Promise<(ClosedRow | undefined)[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const inAnyRecord = await db.closed.where('pageIds').between(first, last, true, true).count();
  const inOwn = rows.reduce((sum, { pageIds }) => sum + new Set(pageIds).size, 0);
  // Ids begin with their time: where no page from between is elsewhere, none need be looked for one by one.
  if (inAnyRecord === inOwn) return [];
  const own = new Set(rows.map(({ id }) => id));
  const keys = await db.closed.where('pageIds').anyOf(ids).primaryKeys();
  return db.closed.bulkGet([...new Set(keys)].filter((id) => !own.has(id)));
}
