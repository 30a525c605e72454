import type { DatabaseSync } from 'node:sqlite';

/**
 * Schema changes in order; `PRAGMA user_version` says how many were applied. A released entry is never
 * edited: the next change is a new entry, tested by opening files written by each older version.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE events (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     type TEXT NOT NULL,
     incident_id TEXT,
     page_id TEXT,
     body TEXT NOT NULL
   ) STRICT;
   CREATE INDEX events_by_incident ON events (incident_id) WHERE incident_id IS NOT NULL;
   CREATE INDEX events_by_page ON events (page_id) WHERE page_id IS NOT NULL;
   CREATE TABLE redactions (target TEXT PRIMARY KEY) STRICT;
   CREATE TABLE playbooks (hash TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
   CREATE TABLE pages (
     id TEXT PRIMARY KEY,
     received_seq INTEGER NOT NULL,
     source TEXT NOT NULL,
     key TEXT NOT NULL,
     source_started_at TEXT,
     status TEXT NOT NULL,
     received_at INTEGER NOT NULL,
     last_event TEXT NOT NULL,
     state TEXT NOT NULL
   ) STRICT;
   CREATE INDEX pages_by_key ON pages (source, key);
   CREATE INDEX pages_by_status ON pages (status, received_at);
   CREATE UNIQUE INDEX pages_by_arrival ON pages (received_seq);
   CREATE TABLE incidents (
     id TEXT PRIMARY KEY,
     closed INTEGER NOT NULL,
     channel TEXT,
     last_event TEXT NOT NULL,
     state TEXT NOT NULL
   ) STRICT;
   CREATE INDEX incidents_by_closed ON incidents (closed);
   CREATE INDEX incidents_by_channel ON incidents (channel) WHERE channel IS NOT NULL;
   CREATE TABLE originals (page_id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
   CREATE TABLE deliveries (tag TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;`,
  // Drills and training are about no page and no incident as a whole.
  `CREATE INDEX events_by_type ON events (type) WHERE incident_id IS NULL AND page_id IS NULL;`,
  // Action items not completed: reminders must not need every incident that was ever closed.
  `CREATE TABLE open_actions (id TEXT PRIMARY KEY, incident_id TEXT NOT NULL, state TEXT NOT NULL) STRICT;
   CREATE INDEX open_actions_by_incident ON open_actions (incident_id);`,
  // When each sender was last heard; what is there already says it by its pages.
  `CREATE TABLE sources (id TEXT PRIMARY KEY, last_heard_at INTEGER NOT NULL) STRICT;
   INSERT INTO sources SELECT source, max(received_at) FROM pages
     WHERE json_extract(state, '$.test') = 0 AND json_extract(state, '$.drill') IS NULL GROUP BY source;`,
];

/** The file was written by a newer Tplus: reading it with old rules could lose what they do not know. */
export class NewerLogError extends Error {
  constructor(found: number) {
    super(
      `tplus.db has schema version ${found}; this version of Tplus knows ${MIGRATIONS.length}. Update Tplus.`,
    );
    this.name = 'NewerLogError';
  }
}

/**
 * Brings a log up to the schema of this version, each step in a transaction of its own.
 * @throws {NewerLogError}
 */
export function migrate(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  const found = schemaVersion(database);
  if (found > migrations.length) throw new NewerLogError(found);
  for (const [index, sql] of migrations.entries()) {
    if (index < found) continue;
    database.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

export function schemaVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get();
  return Number(row?.user_version ?? 0);
}
