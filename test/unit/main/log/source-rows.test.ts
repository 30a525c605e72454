import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { migrate, MIGRATIONS } from '../../../../src/main/log/migrations.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';
import { command, eventsOf, logPath, openStore, takeIn } from './stores.ts';

it('a page tells when its source was last heard, also after a restart', () => {
  const path = logPath();
  const store = openStore(path);
  const first = takeIn(store, { source: 'api', key: 'a' }, T0);
  takeIn(store, { source: 'alertmanager', key: 'a' }, T0 + 1000);
  takeIn(store, { source: 'api', key: 'b' }, T0 + 2000);
  // What becomes of a page later on is no word of its source.
  command(store, { type: 'resolve-page', pageId: first }, T0 + 9000);
  store.close();
  expect(openStore(path).reader.sources()).toEqual([
    { id: 'alertmanager', lastHeardAt: T0 + 1000 },
    { id: 'api', lastHeardAt: T0 + 2000 },
  ]);
});

it('a source is heard without a page, too', () => {
  const path = logPath();
  const store = openStore(path);
  takeIn(store, { source: 'api' }, T0);
  store.saveSources([
    { id: 'api', lastHeardAt: T0 + 7000 },
    { id: 'alertmanager', lastHeardAt: T0 + 3000 },
  ]);
  store.close();
  expect(openStore(path).reader.sources()).toEqual([
    { id: 'alertmanager', lastHeardAt: T0 + 3000 },
    { id: 'api', lastHeardAt: T0 + 7000 },
  ]);
});

it('what the app pages itself with is no source', () => {
  const store = openStore(logPath());
  takeIn(store, { source: 'tplus', test: true });
  takeIn(store, { source: 'drill', drill: 'drill-1' });
  expect(store.reader.sources()).toEqual([]);
});

it('a log that is filled again from another replica knows them again', () => {
  const lost = openStore(logPath());
  takeIn(lost, { source: 'api', key: 'late' }, T0 + 4000);
  takeIn(lost, { source: 'api', key: 'early' }, T0 + 1000);
  const fresh = openStore(logPath());
  fresh.offer(eventsOf(lost), T0 + 9000);
  expect(fresh.reader.sources()).toEqual([{ id: 'api', lastHeardAt: T0 + 4000 }]);
});

it('a log of an older version knows its sources by its pages', () => {
  const old = new DatabaseSync(':memory:');
  onTestFinished(() => old.close());
  migrate(old, MIGRATIONS.slice(0, 3));
  const insert = old.prepare(
    `INSERT INTO pages (id, received_seq, source, key, status, received_at, last_event, state)
     VALUES (?, ?, ?, 'k', 'firing', ?, '', ?)`,
  );
  const pages = [
    pageOf('a', { source: 'api', receivedAt: T0 + 2000 }),
    pageOf('b', { source: 'api', receivedAt: T0 }),
    pageOf('c', { source: 'alertmanager', receivedAt: T0 + 1000 }),
    pageOf('d', { source: 'tplus', test: true }),
    pageOf('e', { source: 'drill', drill: 'drill-1' }),
  ];
  for (const [index, page] of pages.entries())
    insert.run(page.id, index + 1, page.source, page.receivedAt, JSON.stringify(page));
  migrate(old);
  expect(old.prepare('SELECT id, last_heard_at FROM sources ORDER BY id').all()).toEqual([
    { id: 'alertmanager', last_heard_at: T0 + 1000 },
    { id: 'api', last_heard_at: T0 + 2000 },
  ]);
});
