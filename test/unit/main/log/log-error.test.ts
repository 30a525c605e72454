import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { asLogError, isDamage, LogError } from '../../../../src/main/log/log-error.ts';
import type { LogStore } from '../../../../src/main/log/log-store.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';
import { command, connectionsOf, eventsOf, logPath, openStore, takeIn } from './stores.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('did not throw');
}

/** A log on a disk that can be filled and emptied. */
function onSmallDisk(): { store: LogStore; fill: () => void; empty: () => void; path: string } {
  const path = logPath();
  let store: LogStore | undefined;
  const [connection] = connectionsOf(() => {
    store = openStore(path);
  });
  if (store === undefined || connection === undefined) throw new Error('not opened');
  const pages = (): number => Number(connection.prepare('PRAGMA page_count').get()?.page_count);
  return {
    store,
    path,
    fill: () => connection.exec(`PRAGMA max_page_count = ${pages()}`),
    empty: () => connection.exec('PRAGMA max_page_count = 1000000'),
  };
}

describe('a full disk', () => {
  const long = 'x'.repeat(4000);
  const many = Array.from({ length: 50 }, (_, index) => ({
    input: inputOf({ key: `key-${index}`, summary: long }),
  }));
  const acting = { now: T0, author: 'Ada' };

  it('is said to be full, with nothing half written, and works again later', () => {
    const { store, fill, empty, path } = onSmallDisk();
    const kept = takeIn(store, { key: 'before' });
    fill();
    const error = asLogError(thrownBy(() => store.intake(many, acting)));
    expect(error).toMatchObject({ code: 'disk-full', name: 'LogError' });
    expect(eventsOf(store)).toHaveLength(1);
    expect(store.reader.recentPages(0).map(({ id }) => id)).toEqual([kept]);

    empty();
    const { accepted } = store.intake(many, acting);
    expect(accepted.every(({ created }) => created)).toBe(true);
    const ids = eventsOf(store).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(ids);
    store.close();
    expect(openStore(path).reader.recentPages(0)).toHaveLength(51);
  });

  it('refuses a command and an offer whole', () => {
    const { store, fill, empty } = onSmallDisk();
    const pageIds = store.intake(many, acting).accepted.map(({ pageId }) => pageId);
    const before = eventsOf(store);
    fill();
    const attempts = [
      () => store.command({ type: 'acknowledge', pageIds }, acting),
      () => store.offer(otherEvents(), T0),
    ];
    for (const attempt of attempts) expect(asLogError(thrownBy(attempt)).code).toBe('disk-full');
    expect(eventsOf(store)).toEqual(before);
    expect(store.reader.openIncidents()).toEqual([]);
    empty();
    command(store, { type: 'acknowledge', pageIds });
    expect(store.reader.openIncidents()).toHaveLength(1);
  });

  function otherEvents() {
    const other = openStore(logPath());
    other.intake(many, acting);
    return eventsOf(other);
  }
});

describe('an error', () => {
  const file = (text: string): string => {
    const path = logPath();
    writeFileSync(path, text);
    return path;
  };
  const errorOf = (path: string): unknown =>
    thrownBy(() => {
      const database = new DatabaseSync(path);
      try {
        database.exec('CREATE TABLE x (y)');
      } finally {
        database.close();
      }
    });

  it('of a file that is no database is damage', () => {
    const error = errorOf(file('no database '.repeat(500)));
    expect(isDamage(error)).toBe(true);
    expect(asLogError(error).code).toBe('log-unavailable');
  });

  it('of a place where nothing can be opened is not', () => {
    const folder = join(dirname(logPath()), 'folder');
    mkdirSync(folder);
    expect(isDamage(errorOf(folder))).toBe(false);
  });

  it('of a lock is not', () => {
    const path = logPath();
    openStore(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const error = errorOf(path);
    other.close();
    expect(isDamage(error)).toBe(false);
    expect(asLogError(error).code).toBe('log-unavailable');
  });

  it.each([
    ['its own', new LogError('disk-full', 'x'), 'disk-full', 'x'],
    [
      'the system’s of a full disk',
      new Error('ENOSPC: no space left on device'),
      'disk-full',
      'ENOSPC: no space left on device',
    ],
    ['any other', new Error('x'), 'log-unavailable', 'x'],
    ['a thrown text', 'x', 'log-unavailable', 'x'],
    ['nothing', undefined, 'log-unavailable', 'undefined'],
    ['with a code that is none', Object.assign(new Error('x'), { errcode: '13' }), 'log-unavailable', 'x'],
    ['with an extended code', Object.assign(new Error('x'), { errcode: 13 | (2 << 8) }), 'disk-full', 'x'],
  ])('%s crosses the boundary with its reason', (_, error, code, message) => {
    expect(asLogError(error)).toMatchObject({ code, message });
  });
});
