import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { drillOf } from '#shared/domain/drill/drill.ts';
import { isKnown, type StoredEvent, type TplusEvent } from '#shared/domain/event/event.ts';
import { redact } from '#shared/domain/event/redact.ts';
import { asEventId, type EventId, type IncidentId, type PageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { playbookHash } from './playbook-hash.ts';
import { incidentTable, pageTable, type ProjectionTable } from './projection-table.ts';

/** What a write changed in the projections. */
export interface Changes {
  readonly pages: Map<PageId, Page | undefined>;
  readonly incidents: Map<IncidentId, Incident | undefined>;
  /** Drills that something was written of. */
  readonly drills: Set<string>;
  /** Text was blanked: it has to leave the write-ahead log too. */
  blanked: boolean;
}
/**
 * Writes events and keeps the projections of pages and incidents in step, inside the caller's
 * transaction. An event newer than all before it folds on top; anything else folds its entity anew.
 */
export class EventWriter {
  readonly #insert: StatementSync;
  readonly #blank: StatementSync;
  readonly #addRedaction: StatementSync;
  readonly #isRedacted: StatementSync;
  readonly #addPlaybook: StatementSync;
  readonly #addOriginal: StatementSync;
  readonly #dropOriginal: StatementSync;
  readonly #eventById: StatementSync;
  readonly #pages: ProjectionTable<Page>;
  readonly #incidents: ProjectionTable<Incident>;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      'INSERT INTO events (id, type, incident_id, page_id, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    );
    this.#blank = database.prepare('UPDATE events SET body = ? WHERE id = ?');
    this.#addRedaction = database.prepare('INSERT OR IGNORE INTO redactions (target) VALUES (?)');
    this.#isRedacted = database.prepare('SELECT 1 FROM redactions WHERE target = ?');
    this.#addPlaybook = database.prepare('INSERT OR IGNORE INTO playbooks (hash, content) VALUES (?, ?)');
    this.#addOriginal = database.prepare('INSERT OR IGNORE INTO originals (page_id, body) VALUES (?, ?)');
    this.#dropOriginal = database.prepare('DELETE FROM originals WHERE page_id = ?');
    this.#eventById = database.prepare('SELECT body FROM events WHERE id = ?');
    this.#pages = pageTable(database);
    this.#incidents = incidentTable(database);
  }

  /** Keeps what an odd page looked like when it came, beside the log. */
  keepOriginal(pageId: PageId, text: string): void {
    this.#addOriginal.run(pageId, text);
  }

  /** Writes one event. @returns undefined when the log holds it already */
  write(given: TplusEvent, changes: Changes): StoredEvent | undefined {
    const hidden = given.redacted !== true && this.#isRedacted.get(given.id) !== undefined;
    const event = hidden ? redact(given) : given;
    const { changes: inserted, lastInsertRowid } = this.#insert.run(
      event.id,
      event.type,
      event.incidentId ?? null,
      event.pageId ?? null,
      JSON.stringify(event),
    );
    if (inserted === 0) {
      if (event.redacted === true) this.#blankStored(event.id, changes);
      return undefined;
    }
    const seq = Number(lastInsertRowid);
    const drill = drillOf(event);
    if (drill !== undefined) changes.drills.add(drill);
    this.#keepAside(event, changes);
    this.#project(event, seq, changes);
    return { seq, event };
  }

  #keepAside(event: TplusEvent, changes: Changes): void {
    if (!isKnown(event)) return;
    if (event.type === 'playbook.logged' && event.redacted !== true) {
      const { hash, content } = event.payload;
      // Another replica's word for it is not enough: a wrong content would stand in the way of the right one.
      if (playbookHash(content) === hash) this.#addPlaybook.run(hash, JSON.stringify(content));
    }
    if (event.type === 'event.redacted') {
      this.#addRedaction.run(event.payload.target);
      this.#blankStored(asEventId(event.payload.target), changes);
    }
  }

  #blankStored(id: EventId, changes: Changes): void {
    const row = this.#eventById.get(id);
    if (typeof row?.body !== 'string') return;
    const stored = JSON.parse(row.body) as TplusEvent;
    if (stored.redacted === true) return;
    changes.blanked = true;
    this.#blank.run(JSON.stringify(redact(stored)), id);
    if (stored.pageId !== undefined) this.#dropOriginal.run(stored.pageId);
    this.#refold(stored, changes);
  }

  #project(event: TplusEvent, seq: number, changes: Changes): void {
    if (event.pageId !== undefined)
      changes.pages.set(event.pageId, this.#pages.apply(event.pageId, event, seq));
    if (event.incidentId !== undefined) {
      changes.incidents.set(event.incidentId, this.#incidents.apply(event.incidentId, event, seq));
    }
  }

  #refold(event: TplusEvent, changes: Changes): void {
    if (event.pageId !== undefined) changes.pages.set(event.pageId, this.#pages.refold(event.pageId, 0));
    if (event.incidentId !== undefined) {
      changes.incidents.set(event.incidentId, this.#incidents.refold(event.incidentId, 0));
    }
  }
}
