import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { LogPosition, TplusEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents, uniqueById } from '#shared/domain/event/fold.ts';
import type { EventId, Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { pagesInStory, storyOf } from '#shared/domain/incident/story.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { SearchRecord } from '#shared/domain/search/search-record.ts';
import { applyEvents } from './apply-events.ts';
import type { ClosedRow, TplusDatabase } from './database.ts';
import type { Change, EventStore } from './event-store.ts';

/** The window's own copy of the log, in IndexedDB. */
export class IndexedStore implements EventStore {
  readonly kind = 'indexed';
  readonly #db: TplusDatabase;
  /** In which closed record an event was when all ids were last asked for: whoever asks reads them next, batch by batch. */
  #recordOf: ReadonlyMap<EventId, string> = new Map();

  constructor(db: TplusDatabase) {
    this.#db = db;
  }

  async position(): Promise<LogPosition | undefined> {
    const row = await this.#db.meta.get('position');
    return row?.key === 'position' ? row.value : undefined;
  }

  async load(since: Instant): Promise<Change> {
    const { pages, incidents, playbooks } = this.#db;
    const [open, recent, running, ended, held] = await Promise.all([
      pages.where('open').equals(1).toArray(),
      pages.where('receivedAt').above(since).toArray(),
      incidents.where('closedAt').equals(0).toArray(),
      incidents.where('closedAt').above(since).toArray(),
      playbooks.toArray(),
    ]);
    return {
      pages: new Map([...open, ...recent].map(({ id, page }) => [id, page])),
      incidents: new Map([...running, ...ended].map(({ id, incident }) => [id, incident])),
      playbooks: new Map(held.map(({ hash, playbook }) => [hash, playbook])),
    };
  }

  async apply(events: readonly TplusEvent[], position?: LogPosition): Promise<Change> {
    const {
      meta,
      events: rows,
      pages,
      incidents,
      closed,
      playbooks,
      search,
      figures,
      actions,
      practice,
    } = this.#db;
    const tables = [meta, rows, pages, incidents, closed, playbooks, search, figures, actions, practice];
    return this.#db.transaction('rw', tables, async () => applyEvents(this.#db, events, position));
  }

  async ids(): Promise<EventId[]> {
    const archived = await this.#db.closed.toArray();
    const rows = (await this.#db.events.toCollection().primaryKeys()) as EventId[];
    this.#recordOf = new Map(
      archived.flatMap(({ id: record, events }) => events.map(({ id }) => [id, record] as const)),
    );
    return [...new Set([...rows, ...this.#recordOf.keys()])];
  }

  async read(ids: readonly EventId[]): Promise<TplusEvent[]> {
    const rows = (await this.#db.events.bulkGet([...ids])).filter((row) => row !== undefined);
    if (rows.length === ids.length) return rows;
    const wanted = new Set(ids);
    for (const { id } of rows) wanted.delete(id);
    const from = (records: readonly (ClosedRow | undefined)[]): TplusEvent[] =>
      records.flatMap((record) => record?.events.filter(({ id }) => wanted.has(id)) ?? []);
    const records = new Set([...wanted].flatMap((id) => this.#recordOf.get(id) ?? []));
    const known = from(await this.#db.closed.bulkGet([...records]));
    // It has moved since, or was never asked for: then all of them are looked through.
    return [...rows, ...(known.length === wanted.size ? known : from(await this.#db.closed.toArray()))];
  }

  async holds({ id, incidentId }: TplusEvent): Promise<boolean> {
    if ((await this.#db.events.get(id)) !== undefined) return true;
    const record = incidentId === undefined ? undefined : await this.#db.closed.get(incidentId);
    return record?.events.some((event) => event.id === id) ?? false;
  }

  async timeline(incident: Incident): Promise<TplusEvent[]> {
    const [archive, rows, pages] = await Promise.all([
      this.#db.closed.get(incident.id),
      this.#db.events.where('incidentId').equals(incident.id).toArray(),
      this.#db.events.where('pageId').anyOf(pagesInStory(incident)).toArray(),
    ]);
    return storyOf(incident, uniqueById([...(archive?.events ?? []), ...rows, ...pages]).values());
  }

  async incident(id: string): Promise<Incident | undefined> {
    const row = await this.#db.incidents.get(id);
    if (row !== undefined) return row.incident;
    // It may be one of those that are still to be folded anew.
    const archive = await this.#db.closed.get(id);
    return archive === undefined ? undefined : foldIncidentEvents(archive.events);
  }

  async practice(): Promise<TplusEvent[]> {
    return this.#db.practice.toArray();
  }

  async incidentsOfDrill(drill: string): Promise<Incident[]> {
    const rows = await this.#db.incidents.where('drill').equals(drill).toArray();
    return rows.map(({ incident }) => incident);
  }

  async searchChunk(after: string | undefined, count: number): Promise<SearchRecord[]> {
    const { search } = this.#db;
    const known = after === undefined ? search.toCollection() : search.where(':id').below(after);
    // oxlint-disable-next-line unicorn/no-array-reverse -- Dexie's own: it turns the direction, no array.
    return known.reverse().limit(count).toArray();
  }

  async searchRecords(ids: readonly string[]): Promise<SearchRecord[]> {
    return (await this.#db.search.bulkGet([...ids])).filter((row) => row !== undefined);
  }

  async figures(ids?: readonly string[]): Promise<IncidentFigures[]> {
    if (ids === undefined) return this.#db.figures.toArray();
    return (await this.#db.figures.bulkGet([...ids])).filter((row) => row !== undefined);
  }

  async incidentsOfAlerts(alerts: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#db.pages.where('alert').anyOf(alerts).toArray();
    return new Set(rows.flatMap(({ page }) => page.incidentId ?? []));
  }

  async incidentActions(ids?: readonly string[]): Promise<IncidentActions[]> {
    if (ids === undefined) return this.#db.actions.toArray();
    return (await this.#db.actions.bulkGet([...ids])).filter((row) => row !== undefined);
  }
}
