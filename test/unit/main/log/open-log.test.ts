import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { LogStore } from '../../../../src/main/log/log-store.ts';
import { openLog } from '../../../../src/main/log/open-log.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';
import { command, connectionsOf, eventsOf, logPath, openStore, takeIn } from './stores.ts';

// Whole files are written and read here, each commit waits for the disk.
vi.setConfig({ testTimeout: 30_000 });

const PAGE_BYTES = 4096;
const NOW = new Date(T0);

/** A closed log of so many pages, each with enough text to fill the file; gives their event ids. */
function filled(path: string, pages: number): string[] {
  const store = openStore(path);
  const inputs = Array.from({ length: pages }, (_, index) => ({
    input: inputOf({ key: `key-${index}`, summary: `text ${index} `.repeat(100) }),
  }));
  store.intake(inputs, { now: T0, author: 'Ada' });
  const ids = eventsOf(store).map(({ id }) => id);
  store.close();
  return ids;
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

const garbage = (length: number): Buffer => Buffer.alloc(length, 'garbage!');
const beside = (path: string): string[] =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.damaged`));

/** The log of which the process died: copied with its write-ahead log while open. */
function killed(path: string, pages: number): { ids: string[]; copy: string } {
  const store = openStore(path);
  for (let index = 0; index < pages; index += 1) takeIn(store, { key: `key-${index}` }, T0 + index);
  const folder = join(dirname(path), 'after');
  mkdirSync(folder);
  const copy = join(folder, basename(path));
  for (const companion of ['', '-wal']) copyFileSync(`${path}${companion}`, `${copy}${companion}`);
  return { ids: eventsOf(store).map(({ id }) => id), copy };
}

it('waits for the disk with every commit, and overwrites what is deleted', () => {
  const { database } = openLog(logPath(), NOW);
  const pragma = (name: string): unknown => database.prepare(`PRAGMA ${name}`).get()?.[name];
  // No kill of a process shows this, only a cut of the power. 2 is FULL.
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete')]).toEqual(['wal', 2, 1]);
  database.close();
});

describe('a damaged file', () => {
  it.each<[string, (path: string) => void, 'some' | 'none' | 'all']>([
    ['cut to half', (path) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096), 'some'],
    [
      'cut in the middle of a page',
      (path) => truncateSync(path, Math.floor(statSync(path).size * 0.7) + 100),
      'some',
    ],
    ['a header of garbage', (path) => overwrite(path, 0, garbage(100)), 'none'],
    [
      'pages of garbage in the middle',
      (path) =>
        overwrite(
          path,
          Math.floor(statSync(path).size / 2 / PAGE_BYTES) * PAGE_BYTES,
          garbage(3 * PAGE_BYTES),
        ),
      'some',
    ],
    ['all zeros', (path) => writeFileSync(path, Buffer.alloc(64 * PAGE_BYTES)), 'none'],
    ['not a database', (path) => writeFileSync(path, 'Dear diary,\n'.repeat(500)), 'none'],
    ['empty', (path) => truncateSync(path, 0), 'none'],
  ])('%s is set aside, and what can be read is kept', (_, damage, kept) => {
    const path = logPath();
    const ids = filled(path, 400);
    damage(path);
    const damaged = readFileSync(path);

    const store = openStore(path);
    const found = eventsOf(store).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(found));
    if (kept === 'none') expect(found).toEqual([]);
    else expect(found.length).toBeGreaterThan(50);
    expect(store.created).toBe(true);
    expect(store.notices.map(({ kind }) => kind)).toEqual(['quarantined']);
    expect(store.notices[0]?.detail).toContain(`${found.length} events kept`);

    const [aside = ''] = beside(path);
    const held = readFileSync(join(dirname(path), aside));
    expect(held.equals(damaged)).toBe(true);
    expect(store.reader.recentPages(0)).toHaveLength(found.length);
    takeIn(store, { key: 'after' });
    store.close();
    expect(eventsOf(openStore(path))).toHaveLength(found.length + 1);
  });

  it('with its end torn off reads every row of the part that is left, also after many pages', () => {
    const path = logPath();
    const ids = filled(path, 2000);
    overwrite(path, statSync(path).size - 2 * PAGE_BYTES, garbage(2 * PAGE_BYTES));
    const store = openStore(path);
    expect(eventsOf(store).length).toBeGreaterThan(ids.length * 0.9);
  });

  it('gets a new log: ids of a former one would lie', () => {
    const path = logPath();
    const store = openStore(path);
    takeIn(store);
    const before = store.reader.storeId();
    store.close();
    overwrite(path, 0, garbage(100));
    expect(openStore(path).reader.storeId()).not.toBe(before);
  });

  it('set aside twice in one second does not overwrite the first', () => {
    const path = logPath();
    for (const text of ['first', 'second']) {
      writeFileSync(path, text.repeat(1000));
      openStore(path).close();
    }
    expect(beside(path).filter((name) => !name.endsWith('-wal') && !name.endsWith('-shm'))).toHaveLength(2);
  });
});

describe('a file that gets damaged while it is open', () => {
  it('is set aside at the next look, and what can be read is kept', () => {
    const path = logPath();
    filled(path, 2000);
    const store = openStore(path);
    const storeId = store.reader.storeId();
    for (let at = 20 * PAGE_BYTES; at < statSync(path).size; at += 5 * PAGE_BYTES) {
      overwrite(path, at, garbage(PAGE_BYTES));
    }
    const again = Array.from({ length: 300 }, (_, index) => `key-${index * 6}`);
    const missed = again.filter((key) => {
      try {
        takeIn(store, { key });
        return false;
      } catch (error) {
        store.failed(error);
        return true;
      }
    });
    expect(store.notices.map(({ kind }) => kind)).toEqual(['quarantined']);
    expect(store.reader.storeId()).not.toBe(storeId);
    expect(missed).toHaveLength(1);
    expect(eventsOf(store).length).toBeGreaterThan(500);
    store.close();
    expect(openStore(path).notices).toEqual([]);
  });
});

describe('a process that died', () => {
  it('loses nothing that was answered', () => {
    const { ids, copy } = killed(logPath(), 50);
    const store = openStore(copy);
    expect(eventsOf(store).map(({ id }) => id)).toEqual(ids);
    expect(store.notices).toEqual([]);
    expect(store.created).toBe(false);
  });

  it.each([
    ['cut', (wal: string) => truncateSync(wal, Math.floor(statSync(wal).size * 0.6) + 7)],
    ['ending in garbage', (wal: string) => overwrite(wal, statSync(wal).size - 500, garbage(500))],
  ])('with a write-ahead log %s keeps all before the tear', (_, tear) => {
    const { ids, copy } = killed(logPath(), 50);
    tear(`${copy}-wal`);
    const store = openStore(copy);
    const found = eventsOf(store).map(({ id }) => id);
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(ids.slice(0, found.length));
    expect(store.reader.recentPages(0)).toHaveLength(found.length);
    takeIn(store, { key: 'after' });
  });

  it('whose database is gone: the write-ahead log left over is kept aside, never replayed', () => {
    const { copy } = killed(logPath(), 5);
    const wal = readFileSync(`${copy}-wal`);
    rmSync(copy);
    const store = openStore(copy);
    expect(eventsOf(store)).toEqual([]);
    expect(store.created).toBe(true);
    const [aside = ''] = beside(copy);
    expect(readFileSync(join(dirname(copy), aside)).equals(wal)).toBe(true);
  });

  it('whose database is empty: the write-ahead log left over is kept aside, never deleted', () => {
    const { copy } = killed(logPath(), 5);
    const wal = readFileSync(`${copy}-wal`);
    truncateSync(copy, 0);
    openStore(copy);
    const held = beside(copy).map((name) => readFileSync(join(dirname(copy), name)));
    expect(held.some((bytes) => bytes.equals(wal))).toBe(true);
  });
});

describe('a file of a newer version', () => {
  it('is refused and left as it is', () => {
    const path = logPath();
    filled(path, 3);
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE of_the_future (x TEXT); PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(path);
    expect(() => new LogStore(path, T0)).toThrow('schema version 99');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(beside(path)).toEqual([]);
  });
});

describe('a file that cannot be opened', () => {
  it('is no reason to set it aside', () => {
    const path = logPath();
    mkdirSync(path);
    expect(() => openLog(path, NOW)).toThrow();
    expect(statSync(path).isDirectory()).toBe(true);
    expect(beside(path)).toEqual([]);
  });

  it('because its folder is missing makes nothing', () => {
    const path = join(dirname(logPath()), 'missing', 'tplus.db');
    expect(() => openLog(path, NOW)).toThrow();
    expect(existsSync(dirname(path))).toBe(false);
  });
});

describe('no room for a new file', () => {
  it('leaves none behind that would be taken for a damaged one', () => {
    const path = logPath();
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementationOnce(() => {
      writeFileSync(path, '');
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    });
    expect(() => openLog(path, NOW)).toThrow('full');
    const store = openStore(path);
    expect(store.notices).toEqual([]);
    expect(store.created).toBe(true);
  });
});

describe('a file deleted while it is open', () => {
  const vanish: [string, (path: string) => void][] = [
    ['alone', (path) => rmSync(path)],
    [
      'with its companions',
      (path) => ['', '-wal', '-shm'].forEach((end) => rmSync(`${path}${end}`, { force: true })),
    ],
    ['moved away', (path) => renameSync(path, `${path}.moved`)],
    [
      'replaced by another',
      (path) => {
        writeFileSync(`${path}.new`, 'something else');
        renameSync(`${path}.new`, path);
      },
    ],
  ];

  it.each(vanish)('%s is noticed, and nothing is lost', (_, remove) => {
    const path = logPath();
    const store = openStore(path);
    const ids = ['a', 'b'].map((key) => takeIn(store, { key }));
    const storeId = store.reader.storeId();
    remove(path);

    ids.push(takeIn(store, { key: 'c' }));
    expect(store.notices).toEqual([{ kind: 'rebuilt', detail: path }]);
    expect(store.reader.storeId()).toBe(storeId);
    command(store, { type: 'acknowledge', pageIds: ids });
    store.close();

    const again = openStore(path);
    expect(again.reader.storeId()).toBe(storeId);
    expect(again.reader.recentPages(0).map(({ id, status }) => [id, status])).toEqual(
      ids.map((id) => [id, 'acknowledged']),
    );
    expect(eventsOf(again).map(({ origin }) => origin)).toEqual(
      eventsOf(again).map(() => eventsOf(again)[0]?.origin),
    );
  });

  it('is noticed by a check alone, once', () => {
    const path = logPath();
    const store = openStore(path);
    takeIn(store);
    store.check(T0);
    expect(store.notices).toEqual([]);
    rmSync(path);
    store.check(T0);
    store.check(T0);
    expect(store.notices).toHaveLength(1);
    expect(existsSync(path)).toBe(true);
  });

  it('again and again', () => {
    const path = logPath();
    const store = openStore(path);
    for (const key of ['a', 'b', 'c']) {
      takeIn(store, { key });
      rmSync(path);
    }
    store.check(T0);
    expect(store.reader.recentPages(0)).toHaveLength(3);
  });

  it('is rebuilt also where an earlier rebuilding was cut short', () => {
    const path = logPath();
    const store = openStore(path);
    takeIn(store);
    writeFileSync(`${path}.rebuild`, 'half');
    rmSync(path);
    store.check(T0);
    expect(store.reader.recentPages(0)).toHaveLength(1);
    expect(existsSync(`${path}.rebuild`)).toBe(false);
  });

  it('with its folder: says so, and loses nothing once the folder is back', () => {
    const path = logPath();
    const store = openStore(path);
    takeIn(store, { key: 'a' });
    rmSync(dirname(path), { recursive: true });
    expect(() => takeIn(store, { key: 'b' })).toThrow();
    mkdirSync(dirname(path));
    takeIn(store, { key: 'c' });
    store.close();
    expect(
      openStore(path)
        .reader.recentPages(0)
        .map(({ key }) => key),
    ).toEqual(['a', 'c']);
  });

  it('with no room to write it out again: says so, and loses nothing once there is room', () => {
    const path = logPath();
    let store: LogStore | undefined;
    const [connection] = connectionsOf(() => {
      store = openStore(path);
    });
    if (store === undefined || connection === undefined) throw new Error('not opened');
    takeIn(store, { key: 'a' });
    rmSync(path);
    // A folder in the place of the new file stands for any reason why it cannot be written just now.
    mkdirSync(join(`${path}.rebuild`, 'x'), { recursive: true });
    expect(() => store?.check(T0)).toThrow();
    rmSync(`${path}.rebuild`, { recursive: true });
    store.check(T0);
    expect(store.reader.recentPages(0).map(({ key }) => key)).toEqual(['a']);
  });
});
