import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/domain/duration.ts';
import type { PageId } from '#shared/domain/ids.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { command, eventsOf, logPath, openStore, takeIn } from './stores.ts';

describe('reading pages on and on', () => {
  function withPages(count: number) {
    const store = openStore(logPath());
    const ids = Array.from({ length: count }, (_, index) =>
      takeIn(store, { key: `key-${index}` }, T0 - index),
    );
    return { store, ids, reader: store.reader };
  }

  it.each([
    [0, 3],
    [1, 3],
    [3, 3],
    [4, 3],
    [7, 3],
    [5, 1],
  ])('%i pages by %i come once each, in the order they arrived', (count, limit) => {
    const { reader, ids } = withPages(count);
    const seen: PageId[] = [];
    let after: string | undefined;
    for (let round = 0; round <= count; round += 1) {
      const chunk = reader.pagesAfter(after, limit);
      if (chunk === undefined) throw new Error('lost');
      expect(chunk.pages.length).toBeLessThanOrEqual(limit);
      seen.push(...chunk.pages.map(({ id }) => id));
      if (chunk.next === null) break;
      expect(chunk.next).toBe(chunk.pages.at(-1)?.id);
      after = chunk.next;
    }
    expect(seen).toEqual(ids);
  });

  it('do not move when they change', () => {
    const { store, reader, ids } = withPages(3);
    command(store, { type: 'acknowledge', pageIds: ids.slice(0, 1) });
    command(store, { type: 'resolve-page', pageId: ids[1] ?? '' });
    expect(reader.pagesAfter(undefined, 10)?.pages.map(({ id }) => id)).toEqual(ids);
  });

  it('after a page that is not there is not the beginning', () => {
    expect(withPages(2).reader.pagesAfter('x', 10)).toBeUndefined();
  });

  it('after the last there is nothing', () => {
    const { reader, ids } = withPages(2);
    expect(reader.pagesAfter(ids[1], 10)).toEqual({ pages: [], next: null });
  });
});

describe('what main starts from', () => {
  it('is the pages that are open and those of the last day, in the order they arrived', () => {
    const store = openStore(logPath());
    const now = T0 + 10 * DAY_MS;
    const open = takeIn(store, { key: 'old and open' }, T0);
    const over = takeIn(store, { key: 'old and over' }, T0);
    const recent = takeIn(store, { key: 'over today' }, now - DAY_MS);
    const border = takeIn(store, { key: 'just too old' }, now - DAY_MS - 1);
    for (const pageId of [over, recent, border]) command(store, { type: 'resolve-page', pageId }, now);
    const fresh = takeIn(store, { key: 'fresh' }, now);
    expect(store.reader.recentPages(now - DAY_MS).map(({ id }) => id)).toEqual([open, recent, fresh]);
  });

  it('is the incidents that are not closed', () => {
    const store = openStore(logPath());
    const ids = ['a', 'b', 'c'].map(
      (key) =>
        command(store, { type: 'acknowledge', pageIds: [takeIn(store, { key, severity: 'SEV-1' })] })
          .incidentId ?? '',
    );
    for (const incidentId of ids.slice(1))
      command(store, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
    command(store, { type: 'meet-milestone', incidentId: ids[2] ?? '', milestone: 'close' });
    expect(
      store.reader
        .openIncidents()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.slice(0, 2).toSorted());
    command(store, { type: 'reopen', incidentId: ids[2] ?? '' });
    expect(store.reader.openIncidents()).toHaveLength(3);
  });
});

describe('reading events', () => {
  it('goes on from a number, in the order they arrived', () => {
    const store = openStore(logPath());
    for (const key of ['a', 'b', 'c', 'd']) takeIn(store, { key });
    const { reader } = store;
    expect(reader.eventsAfter(1, 2).map(({ seq }) => seq)).toEqual([2, 3]);
    expect(reader.eventsAfter(4, 2)).toEqual([]);
    expect(reader.lastSeq()).toBe(4);
    expect(reader.idsAfter(2, 10).map(({ seq }) => seq)).toEqual([3, 4]);
    expect(reader.idsAfter(0, 10).map(({ id }) => id)).toEqual(eventsOf(store).map(({ id }) => id));
  });

  it('by id gives those there are, in the order asked for', () => {
    const store = openStore(logPath());
    for (const key of ['a', 'b']) takeIn(store, { key });
    const [first, second] = eventsOf(store).map(({ id }) => id);
    expect(store.reader.eventsByIds([second ?? '', 'x', first ?? '']).map(({ seq }) => seq)).toEqual([2, 1]);
    expect(store.reader.event('x')).toBeUndefined();
  });
});

it('names the channels that are taken', () => {
  const store = openStore(logPath());
  for (const key of ['a', 'b']) {
    const pageIds = [takeIn(store, { key, severity: 'SEV-1' })];
    command(store, { type: 'acknowledge', pageIds, declare: true });
  }
  expect([...store.reader.channels()].toSorted()).toEqual(['#incident-20261123', '#incident-20261123-2']);
  const declared = eventsOf(store).findLast(({ type }) => type === 'incident.milestone-met');
  command(store, { type: 'undo', eventId: declared?.id ?? '' });
  expect([...store.reader.channels()]).toEqual(['#incident-20261123']);
});
