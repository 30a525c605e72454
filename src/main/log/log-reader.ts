import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Drill, foldDrills } from '#shared/domain/drill/drill.ts';
import type { OpenAction } from '#shared/domain/action/open-actions.ts';
import type { StoredEvent, TplusEvent } from '#shared/domain/event/event.ts';
import { byId } from '#shared/domain/event/fold.ts';
import {
  asEventId,
  asPageId,
  asStoreId,
  type EventId,
  type Instant,
  type PageId,
  type StoreId,
} from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { readLoggedPlaybook } from '#shared/domain/playbook/canonical.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { foldTraining, type Training } from '#shared/domain/training/training.ts';
import type { HeardSource } from './protocol.ts';

/** Occurrences of one key that a new page is compared with, beside the exact match. */
const KEY_HISTORY = 200;

const DRILL_EVENTS = `SELECT seq, body FROM events WHERE incident_id IS NULL AND page_id IS NULL
  AND type IN ('drill.started', 'drill.step-delivered', 'drill.ended')`;

/** Everything that is asked of the log without writing to it. */
export class LogReader {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  meta(key: string): string | undefined {
    const value = this.#get('SELECT value FROM meta WHERE key = ?', key)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  storeId(): StoreId {
    return asStoreId(this.meta('storeId') ?? '');
  }

  lastSeq(): number {
    return Number(this.#get('SELECT coalesce(max(seq), 0) AS last FROM events')?.last ?? 0);
  }

  eventsAfter(after: number, limit: number): StoredEvent[] {
    return this.#all('SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?', after, limit).map(
      stored,
    );
  }

  idsAfter(after: number, limit: number): { seq: number; id: EventId }[] {
    return this.#all('SELECT seq, id FROM events WHERE seq > ? ORDER BY seq LIMIT ?', after, limit).map(
      (row) => ({
        seq: Number(row.seq),
        id: asEventId(String(row.id)),
      }),
    );
  }

  eventsByIds(ids: readonly string[]): StoredEvent[] {
    return ids.flatMap((id) => {
      const row = this.#get('SELECT seq, body FROM events WHERE id = ?', id);
      return row === undefined ? [] : [stored(row)];
    });
  }

  event(id: string): TplusEvent | undefined {
    return this.eventsByIds([id])[0]?.event;
  }

  incidentEvents(id: string): TplusEvent[] {
    return this.#all('SELECT seq, body FROM events WHERE incident_id = ?', id)
      .map((row) => stored(row).event)
      .toSorted(byId);
  }

  page(id: string): Page | undefined {
    return pageOf(this.#get('SELECT state FROM pages WHERE id = ?', id));
  }

  incident(id: string): Incident | undefined {
    return incidentOf(this.#get('SELECT state FROM incidents WHERE id = ?', id));
  }

  /** Pages of one source and key, oldest arrival first: the exact occurrence, all that are open, and the latest. */
  pagesOfKey(source: string, key: string, sourceStartedAt: string | undefined): Page[] {
    return this.#all(
      `SELECT state FROM pages WHERE source = ?1 AND key = ?2 AND (source_started_at = ?3 OR status <> 'resolved'
         OR received_seq IN (SELECT received_seq FROM pages WHERE source = ?1 AND key = ?2
           ORDER BY received_seq DESC LIMIT ${KEY_HISTORY})) ORDER BY received_seq`,
      source,
      key,
      sourceStartedAt ?? null,
    ).flatMap((row) => pageOf(row) ?? []);
  }

  /** Pages kept, oldest arrival first. @returns undefined when `after` names no page */
  pagesAfter(after: string | undefined, limit: number): { pages: Page[]; next: PageId | null } | undefined {
    const from =
      after === undefined ? 0 : this.#get('SELECT received_seq AS seq FROM pages WHERE id = ?', after)?.seq;
    if (from === undefined) return undefined;
    const rows = this.#all(
      'SELECT id, state FROM pages WHERE received_seq > ? ORDER BY received_seq LIMIT ?',
      from,
      limit + 1,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      pages: shown.flatMap((row) => pageOf(row) ?? []),
      next: rows.length > limit && last !== undefined ? asPageId(String(last.id)) : null,
    };
  }

  /** Pages not resolved, and those that arrived since `since`. */
  recentPages(since: Instant): Page[] {
    return this.#all(
      `SELECT state, received_seq FROM pages WHERE status <> 'resolved'
       UNION SELECT state, received_seq FROM pages WHERE received_at >= ? ORDER BY received_seq`,
      since,
    ).flatMap((row) => pageOf(row) ?? []);
  }

  openIncidents(): Incident[] {
    return this.#all('SELECT state FROM incidents WHERE closed = 0').flatMap((row) => incidentOf(row) ?? []);
  }

  /** Action items not completed, of closed incidents too. */
  openActions(): OpenAction[] {
    return this.#all('SELECT state FROM open_actions').map(
      ({ state }) => JSON.parse(String(state)) as OpenAction,
    );
  }

  sources(): HeardSource[] {
    return this.#all('SELECT id, last_heard_at FROM sources ORDER BY id').map((row) => ({
      id: String(row.id),
      lastHeardAt: Number(row.last_heard_at),
    }));
  }

  channels(): Set<string> {
    const rows = this.#all('SELECT DISTINCT channel FROM incidents WHERE channel IS NOT NULL');
    return new Set(rows.map(({ channel }) => String(channel)));
  }

  /** @returns undefined also for one of a form that this version cannot read */
  playbook(hash: string): Playbook | undefined {
    const content = this.#get('SELECT content FROM playbooks WHERE hash = ?', hash)?.content;
    return typeof content === 'string' ? readLoggedPlaybook(JSON.parse(content)) : undefined;
  }

  drill(id: string): Drill | undefined {
    const rows = this.#all(`${DRILL_EVENTS} AND json_extract(body, '$.payload.drill') = ?`, id);
    return foldDrills(rows.map((row) => stored(row).event)).get(id);
  }

  /** Drills that have not ended, oldest first. */
  runningDrills(): Drill[] {
    // The one of a newer version may name its drill elsewhere: NOT IN of a null is true of nothing.
    const rows = this.#all(
      `${DRILL_EVENTS} AND json_extract(body, '$.payload.drill') NOT IN
         (SELECT json_extract(body, '$.payload.drill') AS drill FROM events
           WHERE incident_id IS NULL AND page_id IS NULL AND type = 'drill.ended' AND drill IS NOT NULL)`,
    );
    return [...foldDrills(rows.map((row) => stored(row).event)).values()];
  }

  training(): Training {
    const rows = this.#all(
      `SELECT seq, body FROM events WHERE incident_id IS NULL AND page_id IS NULL
         AND type IN ('training.joined', 'training.left', 'training.ticked', 'training.unticked')`,
    );
    return foldTraining(rows.map((row) => stored(row).event));
  }

  handovers(): TplusEvent[] {
    const rows = this.#all(
      `SELECT seq, body FROM events WHERE incident_id IS NULL AND page_id IS NULL AND type = 'handover.written'`,
    );
    return rows.map((row) => stored(row).event);
  }

  /** Pages not resolved. */
  openPages(): Page[] {
    return this.recentPages(Number.MAX_SAFE_INTEGER);
  }

  original(pageId: string): string | undefined {
    const body = this.#get('SELECT body FROM originals WHERE page_id = ?', pageId)?.body;
    return typeof body === 'string' ? body : undefined;
  }

  deliveries(): string[] {
    return this.#all('SELECT body FROM deliveries').map(({ body }) => String(body));
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, SQLInputValue> | undefined {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, SQLInputValue>[] {
    return this.#statement(sql).all(...values);
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

function stored(row: Record<string, SQLInputValue>): StoredEvent {
  return { seq: Number(row.seq), event: JSON.parse(String(row.body)) as TplusEvent };
}

function pageOf(row: Record<string, SQLInputValue> | undefined): Page | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row.state)) as Page);
}

function incidentOf(row: Record<string, SQLInputValue> | undefined): Incident | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row.state)) as Incident);
}
