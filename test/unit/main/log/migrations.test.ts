import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, MIGRATIONS, NewerLogError, schemaVersion } from '../../../../src/main/log/migrations.ts';

function database(): DatabaseSync {
  const made = new DatabaseSync(':memory:');
  onTestFinished(() => made.close());
  return made;
}
const schema = (of: DatabaseSync): unknown => of.prepare('SELECT type, name, sql FROM sqlite_schema').all();
const LATER = [...MIGRATIONS, 'ALTER TABLE events ADD COLUMN note TEXT; CREATE TABLE extra (x TEXT) STRICT;'];

it('brings an empty file up to now', () => {
  const fresh = database();
  migrate(fresh);
  expect(schemaVersion(fresh)).toBe(MIGRATIONS.length);
  expect(fresh.prepare('SELECT * FROM events').all()).toEqual([]);
});

it('done already is done', () => {
  const fresh = database();
  migrate(fresh);
  const before = schema(fresh);
  migrate(fresh);
  expect(schema(fresh)).toEqual(before);
});

describe('a file of an older version', () => {
  function withAnEvent(): DatabaseSync {
    const old = database();
    migrate(old);
    old.prepare("INSERT INTO events (id, type, body) VALUES ('a', 'note.added', '{}')").run();
    return old;
  }

  it('keeps what it holds and gets what is new', () => {
    const old = withAnEvent();
    migrate(old, LATER);
    expect(schemaVersion(old)).toBe(MIGRATIONS.length + 1);
    expect(old.prepare('SELECT id, note FROM events').all()).toEqual([{ id: 'a', note: null }]);
  });

  it('ends where one made anew ends', () => {
    const old = withAnEvent();
    migrate(old, LATER);
    const fresh = database();
    migrate(fresh, LATER);
    expect(schema(old)).toEqual(schema(fresh));
  });

  it('is left at the last step that worked', () => {
    const old = withAnEvent();
    expect(() => migrate(old, [...LATER, 'CREATE TABLE half (x TEXT) STRICT; NONSENSE;'])).toThrow(
      'NONSENSE',
    );
    if (old.isTransaction) old.exec('ROLLBACK');
    expect(schemaVersion(old)).toBe(MIGRATIONS.length + 1);
    expect(JSON.stringify(schema(old))).not.toContain('half');
    expect(JSON.stringify(schema(old))).toContain('extra');
  });
});

it('refuses a file of a newer version', () => {
  const newer = database();
  newer.exec('PRAGMA user_version = 7');
  expect(() => migrate(newer)).toThrow(NewerLogError);
  expect(schema(newer)).toEqual([]);
});
