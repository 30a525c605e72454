import type { DatabaseSync } from 'node:sqlite';
import { openActionsOf } from '#shared/domain/action/open-actions.ts';
import { isKnown, type KnownEvent, type TplusEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents, foldPageEvents, foldsOnTop } from '#shared/domain/event/fold.ts';
import { asEventId, type EventId } from '#shared/domain/ids.ts';
import { foldIncident, type Incident } from '#shared/domain/incident/incident.ts';
import { foldPage, type Page } from '#shared/domain/page/page.ts';
import { openActionRows } from './open-action-rows.ts';
import { sourceRows } from './source-rows.ts';

/** What differs between the tables of pages and of incidents. */
interface Kind<State> {
  readonly table: 'pages' | 'incidents';
  readonly eventColumn: 'page_id' | 'incident_id';
  readonly fold: (state: State | undefined, event: KnownEvent) => State | undefined;
  readonly foldAll: (events: Iterable<TplusEvent>) => State | undefined;
  /** What else is kept of an entity goes with it. */
  readonly removed?: (id: string) => void;
  /** Inserts or updates a row; `seq` is the arrival number of an entity not held yet. */
  readonly put: (id: string, state: State, lastEvent: EventId, seq: number) => void;
}

/** One projection: the state of each entity, kept beside the events it is folded from. */
export interface ProjectionTable<State> {
  /** Takes one event in. @returns the new state; undefined when the entity does not (or no longer) exist */
  apply(id: string, event: TplusEvent, seq: number): State | undefined;
  /** Folds all events of the entity again. */
  refold(id: string, seq: number): State | undefined;
}

function projectionTable<State>(database: DatabaseSync, kind: Kind<State>): ProjectionTable<State> {
  const held = database.prepare(`SELECT state, last_event FROM ${kind.table} WHERE id = ?`);
  const events = database.prepare(`SELECT body FROM events WHERE ${kind.eventColumn} = ?`);
  const removeRow = database.prepare(`DELETE FROM ${kind.table} WHERE id = ?`);

  function remove(id: string): void {
    removeRow.run(id);
    kind.removed?.(id);
  }

  function refold(id: string, seq: number): State | undefined {
    const all = events.all(id).map(({ body }) => JSON.parse(String(body)) as TplusEvent);
    const state = kind.foldAll(all);
    const last = all
      .map((event) => event.id)
      .reduce((one, other) => (one > other ? one : other), asEventId(''));
    if (state === undefined) remove(id);
    else kind.put(id, state, last, seq);
    return state;
  }

  function apply(id: string, event: TplusEvent, seq: number): State | undefined {
    const row = held.get(id);
    if (row === undefined) return refold(id, seq);
    const state = JSON.parse(String(row.state)) as State;
    if (!isKnown(event)) return state;
    if (!foldsOnTop(event, asEventId(String(row.last_event)))) return refold(id, seq);
    const next = kind.fold(state, event);
    if (next === undefined) remove(id);
    else kind.put(id, next, event.id, seq);
    return next;
  }

  return { apply, refold };
}

export function pageTable(database: DatabaseSync): ProjectionTable<Page> {
  const put = database.prepare(
    `INSERT INTO pages (id, received_seq, source, key, source_started_at, status, received_at, last_event, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, last_event = excluded.last_event, state = excluded.state`,
  );
  const heard = sourceRows(database);
  return projectionTable<Page>(database, {
    table: 'pages',
    eventColumn: 'page_id',
    fold: foldPage,
    foldAll: foldPageEvents,
    put(id, page, lastEvent, seq) {
      const { source, key, sourceStartedAt, status, receivedAt } = page;
      put.run(
        id,
        seq,
        source,
        key,
        sourceStartedAt ?? null,
        status,
        receivedAt,
        lastEvent,
        JSON.stringify(page),
      );
      heard(page);
    },
  });
}

export function incidentTable(database: DatabaseSync): ProjectionTable<Incident> {
  const put = database.prepare(
    `INSERT INTO incidents (id, closed, channel, last_event, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET closed = excluded.closed, channel = excluded.channel,
       last_event = excluded.last_event, state = excluded.state`,
  );
  const keepActions = openActionRows(database);
  return projectionTable<Incident>(database, {
    table: 'incidents',
    eventColumn: 'incident_id',
    fold: foldIncident,
    foldAll: foldIncidentEvents,
    put(id, incident, lastEvent) {
      const closed = incident.closedAt === undefined ? 0 : 1;
      put.run(id, closed, incident.channel ?? null, lastEvent, JSON.stringify(incident));
      keepActions(id, openActionsOf(incident));
    },
    removed: (id) => keepActions(id, []),
  });
}
