import { Dexie, type EntityTable, type Table } from 'dexie';
import type { IncidentActions } from '#shared/domain/action/listed.ts';
import type { LogPosition, TplusEvent } from '#shared/domain/event/event.ts';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { EventId, Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { DocumentEncoding } from '#shared/domain/playbook-import/decode.ts';
import type { ImportReport } from '#shared/domain/playbook-import/report.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { SearchRecord } from '#shared/domain/search/search-record.ts';
import type { BuiltInEditions } from '#shared/ipc/import-requests.ts';
import { fillSearchRows } from './search-rows.ts';

const SCHEMA_VERSION = 3;
/** Dexie multiplies its version numbers by ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

export type MetaRow =
  | { readonly key: 'position'; readonly value: LogPosition }
  /** The version that pages and incidents were folded by. */
  | { readonly key: 'projections'; readonly value: number }
  /** Closed incidents below this id, or all of them (null), are still to be folded anew; no row: none. */
  | { readonly key: 'refold'; readonly value: string | null }
  /** Ids ever asked to be blanked: the target may come after the request. */
  | { readonly key: 'redactions'; readonly value: readonly EventId[] };

/** A document that is being imported, as it was read. */
export interface ImportedDocument {
  readonly name: string;
  readonly report: ImportReport;
  readonly encoding: DocumentEncoding | undefined;
  readonly base: BuiltInEditions;
}
/** Of one review. The document is written once, the choices with every key: they are small. */
export type ImportDraftRow =
  | {
      readonly key: `document/${string}`;
      readonly shape: number;
      readonly id: string;
      readonly readAt: Instant;
      readonly document: ImportedDocument;
    }
  | { readonly key: `choices/${string}`; readonly choices: ImportChoices; readonly isTouched: boolean };

export interface PageRow {
  readonly id: string;
  readonly page: Page;
  readonly lastId: EventId | undefined;
  /** 1 while not resolved: booleans cannot be indexed. */
  readonly open: 0 | 1;
  readonly receivedAt: Instant;
  /** The alert it came from, as it is compared; absent where its sender names none. */
  readonly alert?: string;
}
export interface IncidentRow {
  readonly id: string;
  readonly incident: Incident;
  readonly lastId: EventId | undefined;
  /** 0 while not closed. */
  readonly closedAt: Instant;
  /** The drill that it is part of: so that a debrief finds it. */
  readonly drill?: string;
}
/** A closed incident with all its events: a row each was measured to take 15 times as long. */
export interface ClosedRow {
  readonly id: string;
  readonly events: readonly TplusEvent[];
  readonly pageIds: readonly string[];
}
export interface DraftRow {
  readonly incidentId: string;
  readonly template: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** An edited playbook file that is not saved: its text, and the revision that the edit began from. */
export interface PlaybookDraftRow {
  readonly file: string;
  readonly text: string;
  readonly revision: string;
}

export class TplusDatabase extends Dexie {
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  declare readonly events: Table<TplusEvent, string>;
  declare readonly pages: EntityTable<PageRow, 'id'>;
  declare readonly incidents: EntityTable<IncidentRow, 'id'>;
  declare readonly closed: EntityTable<ClosedRow, 'id'>;
  declare readonly drafts: Table<DraftRow, [string, string]>;
  declare readonly playbookDrafts: EntityTable<PlaybookDraftRow, 'file'>;
  /** The documents being imported and what was decided of them: two rows each. */
  declare readonly imports: Table<ImportDraftRow, ImportDraftRow['key']>;
  /** One for each incident, open or closed. */
  declare readonly search: Table<SearchRecord, string>;
  /** One for each incident, open or closed. */
  declare readonly figures: Table<IncidentFigures, string>;
  /** Events of drills and training, beside their rows among all events: few, and read together. */
  declare readonly practice: Table<TplusEvent, string>;
  /** One for each incident that has any. */
  declare readonly actions: Table<IncidentActions, string>;
  declare readonly playbooks: EntityTable<{ hash: string; playbook: Playbook }, 'hash'>;

  constructor(name = 'tplus') {
    // Relaxed durability, the default, was measured to lose what had been reported as saved.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      meta: 'key',
      events: 'id, incidentId, pageId',
      pages: 'id, open, receivedAt',
      incidents: 'id, closedAt',
      closed: 'id, *pageIds',
      drafts: '[incidentId+template], incidentId',
      playbooks: 'hash',
    });
    this.version(2)
      .stores({ search: 'id' })
      .upgrade(() => fillSearchRows(this));
    // Filled with the projections, which are of another version in every store that lacks them.
    this.version(SCHEMA_VERSION).stores({
      figures: 'id',
      actions: 'id',
      practice: 'id',
      playbookDrafts: 'file',
      imports: 'key',
      pages: 'id, open, receivedAt, alert',
      incidents: 'id, closedAt, drill',
    });
  }
}

export type StorageProblem = 'newer' | 'unavailable' | 'failed';
export type Opened =
  | { readonly ok: true; readonly database: TplusDatabase }
  | { readonly ok: false; readonly problem: StorageProblem; readonly detail: string };

/**
 * Opens the database, unless a newer version of the app has written it: Dexie itself would reopen that one
 * silently, and write into a schema it does not know.
 */
export async function openDatabase(name = 'tplus'): Promise<Opened> {
  try {
    const found = (await indexedDB.databases()).find((database) => database.name === name)?.version ?? 0;
    if (found > NATIVE_VERSION)
      return { ok: false, problem: 'newer', detail: `${found / 10} > ${SCHEMA_VERSION}` };
    const database = new TplusDatabase(name);
    await database.open();
    return { ok: true, database };
  } catch (error) {
    return { ok: false, problem: 'unavailable', detail: describe(error) };
  }
}

export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
