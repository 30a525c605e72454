import type { LogPosition, TplusEvent } from '#shared/domain/event/event.ts';
import { uniqueById } from '#shared/domain/event/fold.ts';
import { redact } from '#shared/domain/event/redact.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { foldIncident, type Incident } from '#shared/domain/incident/incident.ts';
import { alertOf } from '#shared/domain/incident/similar.ts';
import { foldPage, type Page } from '#shared/domain/page/page.ts';
import { writeActionRows } from './action-rows.ts';
import type { ClosedRow, IncidentRow, TplusDatabase } from './database.ts';
import type { Change } from './event-store.ts';
import { writeFigureRows } from './figure-rows.ts';
import {
  foldAll,
  type Folded,
  foldOnTop,
  groupBy,
  isPractice,
  playbooksIn,
  redactionTargets,
} from './projection.ts';
import { writeSearchRows } from './search-rows.ts';

/** One batch on its way into the database. */
interface Batch {
  readonly db: TplusDatabase;
  /** Records of closed incidents that the batch touches: opened, and made again at the end. */
  readonly archives: readonly ClosedRow[];
  /** New events, and held ones that were blanked. */
  readonly changed: readonly TplusEvent[];
}

/** Takes events in, inside a transaction over all tables but the drafts. */
export async function applyEvents(
  db: TplusDatabase,
  events: readonly TplusEvent[],
  position: LogPosition | undefined,
): Promise<Change> {
  const batch = await readBatch(db, events);
  const incidents = await foldIncidents(batch);
  const pages = await foldPages(batch);
  const playbooks = playbooksIn(batch.changed);
  await writeEvents(batch, incidents);
  await writeIncidents(db, incidents);
  await writeSearchRows(db, incidents, batch.changed);
  await writeActionRows(db, incidents);
  await writePages(db, pages);
  const practice = batch.changed.filter(isPractice);
  await db.practice.bulkPut(practice);
  await db.playbooks.bulkPut([...playbooks].map(([hash, playbook]) => ({ hash, playbook })));
  await writeFigureRows(db, incidents);
  if (position !== undefined) await db.meta.put({ key: 'position', value: position });
  return {
    pages: entitiesOf(pages),
    incidents: entitiesOf(incidents),
    playbooks,
    practised: practice.length > 0,
  };
}

async function readBatch(db: TplusDatabase, events: readonly TplusEvent[]): Promise<Batch> {
  const incoming = uniqueById(events);
  const incidentIds = [...groupBy(incoming.values(), (event) => event.incidentId).keys()];
  const archives = (await db.closed.bulkGet(incidentIds)).filter((row) => row !== undefined);
  const held = new Map<EventId, TplusEvent>(
    archives.flatMap((row) => row.events.map((event) => [event.id, event])),
  );
  for (const row of await db.events.bulkGet([...incoming.keys()]))
    if (row !== undefined) held.set(row.id, row);
  const redactions = await readRedactions(db, redactionTargets(incoming.values()));
  const changed = [...incoming.values()]
    .filter(
      (event) => !held.has(event.id) || (event.redacted === true && held.get(event.id)?.redacted !== true),
    )
    .map((event) => (redactions.all.has(event.id) && event.redacted !== true ? redact(event) : event));
  const blanked = await findToBlank(db, redactions.added, held);
  const changedIds = new Set(changed.map(({ id }) => id));
  changed.push(...blanked.events.filter(({ id }) => !changedIds.has(id)).map(redact));
  const touched = new Set(changed.map(({ incidentId }) => incidentId as string | undefined));
  const opened = new Map([...archives, ...blanked.archives].map((row) => [row.id, row]));
  return { db, changed, archives: [...opened.values()].filter(({ id }) => touched.has(id)) };
}

async function readRedactions(
  db: TplusDatabase,
  targets: readonly EventId[],
): Promise<{ all: ReadonlySet<EventId>; added: readonly EventId[] }> {
  const row = await db.meta.get('redactions');
  const known = new Set<EventId>(row?.key === 'redactions' ? row.value : []);
  const added = targets.filter((id) => !known.has(id));
  if (added.length > 0) await db.meta.put({ key: 'redactions', value: [...known, ...added] });
  return { all: new Set([...known, ...added]), added };
}

/** Held events that are to lose their text, wherever they are; a scan of the closed ones is rare enough. */
async function findToBlank(
  db: TplusDatabase,
  targets: readonly EventId[],
  held: ReadonlyMap<EventId, TplusEvent>,
): Promise<{ events: TplusEvent[]; archives: ClosedRow[] }> {
  if (targets.length === 0) return { events: [], archives: [] };
  const rows = (await db.events.bulkGet([...targets])).filter((row) => row !== undefined);
  const found = new Map(
    [...rows, ...targets.flatMap((id) => held.get(id) ?? [])].map((event) => [event.id, event]),
  );
  const missing = new Set(targets.filter((id) => !found.has(id)));
  const holds = (row: ClosedRow): boolean => row.events.some(({ id }) => missing.has(id));
  const archives = missing.size === 0 ? [] : await db.closed.filter(holds).toArray();
  const archived = archives.flatMap(({ events }) => events.filter(({ id }) => missing.has(id)));
  return { events: [...found.values(), ...archived].filter(({ redacted }) => redacted !== true), archives };
}

async function foldPages(batch: Batch): Promise<Map<string, Folded<Page>>> {
  const { db, changed } = batch;
  const fresh = groupBy(changed, (event) => event.pageId);
  const rows = await db.pages.bulkGet([...fresh.keys()]);
  const held = new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[row.id, { entity: row.page, lastId: row.lastId }]])),
  );
  const folded = foldFresh<Page>(fresh, held, foldPage);
  const again = [...fresh.keys()].filter((id) => !folded.has(id));
  const stored = [
    ...(await db.events.where('pageId').anyOf(again).toArray()),
    ...(await db.closed.where('pageIds').anyOf(again).toArray()).flatMap(({ events }) => events),
  ];
  const all = groupBy(merge(stored, changed), (event) => event.pageId);
  for (const id of again) folded.set(id, foldAll<Page>(all.get(id) ?? [], foldPage));
  return folded;
}

/** Incidents with their new state; for those folded from all their events, these too. */
export type FoldedIncident = Folded<Incident> & { readonly events?: readonly TplusEvent[] };

async function foldIncidents(batch: Batch): Promise<Map<string, FoldedIncident>> {
  const { db, changed, archives } = batch;
  const fresh = groupBy(changed, (event) => event.incidentId);
  const rows = await db.incidents.bulkGet([...fresh.keys()]);
  const held = new Map(
    rows.flatMap((row) =>
      row === undefined ? [] : [[row.id, { entity: row.incident, lastId: row.lastId }]],
    ),
  );
  const folded: Map<string, FoldedIncident> = foldFresh<Incident>(fresh, held, foldIncident);
  const again = [...fresh.keys()].filter(
    (id) => folded.get(id)?.entity?.closedAt !== undefined || !folded.has(id),
  );
  const stored = [
    ...(await db.events.where('incidentId').anyOf(again).toArray()),
    ...archives.flatMap(({ events }) => events),
  ];
  const all = groupBy(merge(stored, changed), (event) => event.incidentId);
  for (const id of again) {
    const events = all.get(id) ?? [];
    folded.set(id, { ...foldAll<Incident>(events, foldIncident), events });
  }
  return folded;
}

function foldFresh<Entity>(
  fresh: ReadonlyMap<string, readonly TplusEvent[]>,
  held: ReadonlyMap<string, Folded<Entity>>,
  fold: Parameters<typeof foldOnTop<Entity>>[2],
): Map<string, Folded<Entity>> {
  const folded = new Map<string, Folded<Entity>>();
  for (const [id, events] of fresh) {
    const onTop = foldOnTop(held.get(id), events, fold);
    if (onTop !== undefined) folded.set(id, onTop);
  }
  return folded;
}

/** A blanked or newer copy stands before the stored one. */
function merge(stored: readonly TplusEvent[], changed: readonly TplusEvent[]): Iterable<TplusEvent> {
  return uniqueById([...changed, ...stored]).values();
}

/** Events of closed incidents go into one record each, all others into a row each. */
async function writeEvents(
  { db, archives, changed }: Batch,
  incidents: ReadonlyMap<string, FoldedIncident>,
): Promise<void> {
  const rows = new Map<EventId, TplusEvent>();
  for (const event of [...archives.flatMap(({ events }) => events), ...changed]) rows.set(event.id, event);
  const closing: ClosedRow[] = [];
  for (const [id, { entity, events }] of incidents) {
    if (entity?.closedAt === undefined || events === undefined) continue;
    const pageIds = [...groupBy(events, (event) => event.pageId).keys()];
    closing.push({ id, events, pageIds });
    for (const event of events) rows.delete(event.id);
  }
  await db.closed.bulkDelete(archives.map(({ id }) => id));
  await db.events.bulkDelete(closing.flatMap(({ events }) => events.map((event) => event.id)));
  await db.closed.bulkPut(closing);
  await db.events.bulkPut([...rows.values()]);
}

export async function writePages(db: TplusDatabase, pages: ReadonlyMap<string, Folded<Page>>): Promise<void> {
  const gone = [...pages].filter(([, { entity }]) => entity === undefined).map(([id]) => id);
  await db.pages.bulkDelete(gone);
  await db.pages.bulkPut(
    [...pages].flatMap(([id, { entity, lastId }]) =>
      entity === undefined
        ? []
        : [
            {
              id,
              page: entity,
              lastId,
              open: entity.status === 'resolved' ? 0 : 1,
              receivedAt: entity.receivedAt,
              ...(alertOf(entity) === '' ? {} : { alert: alertOf(entity) }),
            },
          ],
    ),
  );
}

export async function writeIncidents(
  db: TplusDatabase,
  incidents: ReadonlyMap<string, FoldedIncident>,
): Promise<void> {
  const gone = [...incidents].filter(([, { entity }]) => entity === undefined).map(([id]) => id);
  await db.incidents.bulkDelete(gone);
  await db.incidents.bulkPut(
    [...incidents].flatMap(([id, { entity, lastId }]) =>
      entity === undefined ? [] : [incidentRow(id, entity, lastId)],
    ),
  );
}

function incidentRow(id: string, incident: Incident, lastId: EventId | undefined): IncidentRow {
  const { closedAt = 0, drill } = incident;
  return { id, incident, lastId, closedAt, ...(drill === undefined ? {} : { drill }) };
}

export function entitiesOf<Entity>(
  folded: ReadonlyMap<string, Folded<Entity>>,
): Map<string, Entity | undefined> {
  return new Map([...folded].map(([id, { entity }]) => [id, entity]));
}
