import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { isDamage } from './log-error.ts';
import { migrate, NewerLogError } from './migrations.ts';
import { refreshProjections } from './refresh-projections.ts';
import { salvageEvents } from './salvage.ts';

/** What was found at opening. */
export interface OpenedLog {
  readonly database: DatabaseSync;
  /** The file was made just now: another replica may hold what it lacks. */
  readonly created: boolean;
  readonly quarantine?: Quarantine;
}
/** A damaged file that was set aside, and what could be read of it. */
export interface Quarantine {
  readonly file: string;
  readonly events: readonly TplusEvent[];
  readonly problem: string;
}

const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/**
 * Opens the durable log, or makes it. A file that is torn or corrupt is set aside, never overwritten,
 * and what can be read of it is handed back. Synchronous: for the worker thread only.
 * @throws {NewerLogError} the file is of a newer version; it is left untouched
 */
export function openLog(path: string, now: Date): OpenedLog {
  if (!existsSync(path)) {
    // A write-ahead log without its database would be replayed into the new file, or deleted by it.
    if (existsSync(`${path}-wal`)) setAside(path, now);
    return { database: openNew(path), created: true };
  }
  try {
    // SQLite takes it for a new database, and deletes the write-ahead log beside it.
    if (statSync(path).size === 0) throw new IntegrityError('the file is empty');
    return { database: openChecked(path), created: false };
  } catch (error) {
    if (error instanceof NewerLogError || !(isDamage(error) || error instanceof IntegrityError)) throw error;
    const file = setAside(path, now);
    const events = salvageEvents(file);
    const quarantine = { file, events, problem: error instanceof Error ? error.message : String(error) };
    return { database: openNew(path), created: true, quarantine };
  }
}

/** Makes a log; where there is no room for it, leaves no empty file that the next try would take for a damaged one. */
function openNew(path: string): DatabaseSync {
  try {
    return openChecked(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path);
    throw error;
  }
}

class IntegrityError extends Error {}

function openChecked(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // FULL: a commit is on disk when it returns, also through a power cut (sqlite.org/wal.html).
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
    );
    const verdict = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
    if (verdict !== 'ok') throw new IntegrityError(String(verdict));
    migrate(database);
    refreshProjections(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Renames a log and its companions; returns the new name of the main file. */
function setAside(path: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  let target = `${path}.damaged-${stamp}`;
  if (existsSync(target)) target = `${target}-${randomUUID().slice(0, 8)}`;
  for (const companion of COMPANIONS) {
    if (existsSync(`${path}${companion}`)) renameSync(`${path}${companion}`, `${target}${companion}`);
  }
  return target;
}

/** Which file a path names at this moment; undefined when there is none. */
export function fileIdentity(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}

/**
 * Brings back a log whose file was deleted under the open database: the open handle still reads it
 * all, so it is written out whole under the old name. The handle is closed only once the new file is open.
 */
export function rewriteVanishedLog(database: DatabaseSync, path: string, now: Date): DatabaseSync {
  const fresh = `${path}.rebuild`;
  rmSync(fresh, { force: true });
  database.exec(`VACUUM INTO '${fresh.replaceAll("'", "''")}'`);
  if (COMPANIONS.some((companion) => existsSync(`${path}${companion}`))) setAside(path, now);
  renameSync(fresh, path);
  const reopened = openChecked(path);
  database.close();
  return reopened;
}
