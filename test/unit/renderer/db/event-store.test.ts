import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { byId, foldIncidentEvents, foldPageEvents, uniqueById } from '#shared/domain/event/fold.ts';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import { IndexedStore } from '../../../../src/renderer/db/indexed-store.ts';
import { receivePage } from '../pages.ts';
import { emptyLog, history } from './history.ts';
import { bothStores, freshDatabases } from './stores.ts';

const RUNS = { numRuns: 40 };
const freshDatabase = freshDatabases();

/** Events in any order, some of them twice or three times, in batches of any size. */
function deliveries(events: readonly TplusEvent[]): fc.Arbitrary<TplusEvent[][]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }),
      fc.shuffledSubarray([...events]),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([all, again, size]) => {
      const sent = [...all, ...again];
      return Array.from({ length: Math.ceil(sent.length / size) }, (_, index) =>
        sent.slice(index * size, (index + 1) * size),
      );
    });
}

async function held(
  store: EventStore,
): Promise<{ pages: unknown; incidents: unknown; events: TplusEvent[] }> {
  const { pages, incidents } = await store.load(0);
  const known = (map: ReadonlyMap<string, unknown>): unknown =>
    [...map]
      .filter(([, entity]) => entity !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const events = await store.read(await store.ids());
  return { pages: known(pages), incidents: known(incidents), events: events.toSorted(byId) };
}

function expected(events: readonly TplusEvent[]): { pages: unknown; incidents: unknown } {
  const entities = (key: 'pageId' | 'incidentId', fold: (events: TplusEvent[]) => unknown): unknown =>
    [...new Set(events.flatMap((event): string[] => (event[key] === undefined ? [] : [event[key]])))]
      .toSorted((one, other) => (one < other ? -1 : 1))
      .map((id) => [id, fold(events.filter((event) => event[key] === id))] as const)
      .filter(([, entity]) => entity !== undefined);
  return { pages: entities('pageId', foldPageEvents), incidents: entities('incidentId', foldIncidentEvents) };
}

const cases = history.chain((log) => deliveries(log.events).map((batches) => ({ log, batches })));

describe.each(bothStores(freshDatabase))('the window’s copy in %s', (_name, makeStore) => {
  it('folds any order, duplication and cutting of the log to what folding all of it gives', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ log, batches }) => {
        const store = makeStore();
        for (const batch of batches) await store.apply(batch);
        const { pages, incidents, events } = await held(store);
        expect({ pages, incidents }).toEqual(expected(log.events));
        expect(events).toEqual([...uniqueById(log.events).values()].toSorted(byId));
      }),
      RUNS,
    );
  });

  it('blanks what was removed, whichever of the two comes first', async () => {
    const log = emptyLog();
    const pageId = receivePage(log);
    const answer = log.run({ type: 'acknowledge', pageIds: [pageId] });
    const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
    log.run({ type: 'add-note', incidentId, text: 'hunter2' });
    const note = log.events.at(-1);
    const before = log.events;
    log.run({ type: 'redact', eventId: note?.id ?? '' });
    const redaction = log.events.at(-1);
    for (const order of [
      [...before, redaction],
      [redaction, ...before],
    ]) {
      const store = makeStore();
      for (const event of order) await store.apply(event === undefined ? [] : [event]);
      expect(JSON.stringify((await held(store)).events)).not.toContain('hunter2');
    }
  });

  it('tells of a page that went with a merge in both timelines, each its own part', async () => {
    const log = emptyLog();
    const handle = (title: string): string => {
      const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, { title })] });
      return answer.ok ? (answer.incidentId ?? '') : '';
    };
    const [from, into] = [handle('Disk'), handle('Network')];
    log.run({ type: 'merge-incidents', from, into });
    log.run({ type: 'resolve-page', pageId: 'page-1' });
    const store = makeStore();
    const { incidents } = await store.apply(log.events);
    const told = async (id: string): Promise<string[]> => {
      const incident = incidents.get(id);
      return incident === undefined
        ? []
        : (await store.timeline(incident)).toSorted(byId).map(({ type }) => type);
    };
    const opening = ['incident.opened', 'incident.milestone-met', 'page.acknowledged'];
    expect(await told(from)).toEqual(['page.received', ...opening, 'incident.merged']);
    expect(await told(into)).toEqual([
      'page.received',
      'page.received',
      ...opening,
      'page.linked',
      'incident.absorbed',
      'page.resolved',
    ]);
  });
});

describe('closed incidents', () => {
  it('are read by record, not all of them for every batch', async () => {
    const database = freshDatabase();
    const store = new IndexedStore(database);
    const log = emptyLog();
    for (let count = 0; count < 5; count += 1) {
      const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, { key: `${count}` })] });
      const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
      for (const milestone of ['resolve', 'close'])
        log.run({ type: 'meet-milestone', incidentId, milestone });
    }
    await store.apply(log.events);
    const ids = await store.ids();
    let read = 0;
    database.closed.hook('reading', (record) => {
      read += 1;
      return record;
    });
    for (const event of log.events) expect(await store.holds(event)).toBe(true);
    expect(read).toBeLessThanOrEqual(log.events.length);
    read = 0;
    for (const id of ids) expect(await store.read([id])).toMatchObject([{ id }]);
    expect(read).toBeLessThanOrEqual(ids.length);
    const unknown = { ...log.events[0], id: 'no-such' } as TplusEvent;
    expect(await store.holds(unknown)).toBe(false);
  });

  it('become one record with all their events, and rows again when reopened', async () => {
    const database = freshDatabase();
    const store = new IndexedStore(database);
    const log = emptyLog();
    const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log)] });
    const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
    for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
    await store.apply(log.events);
    expect(await database.events.where('incidentId').equals(incidentId).count()).toBe(0);
    expect((await database.closed.get(incidentId))?.events).toHaveLength(
      log.events.filter((event) => event.incidentId === incidentId).length,
    );
    // A redelivery leaves the record as it is.
    await store.apply(log.events);
    expect(await database.closed.count()).toBe(1);

    log.run({ type: 'reopen', incidentId });
    const change = await store.apply(log.events.slice(-1));
    expect(change.incidents.get(incidentId)?.closedAt).toBeUndefined();
    expect(change.incidents.get(incidentId)?.pauses).toHaveLength(1);
    expect(await database.closed.count()).toBe(0);
    expect(await database.events.where('incidentId').equals(incidentId).count()).toBe(
      log.events.filter((event) => event.incidentId === incidentId).length,
    );
  });

  it('are blanked inside their record', async () => {
    const database = freshDatabase();
    const store = new IndexedStore(database);
    const log = emptyLog();
    const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log)] });
    const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
    log.run({ type: 'add-note', incidentId, text: 'hunter2' });
    const noteId = log.events.at(-1)?.id ?? '';
    for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
    await store.apply(log.events);
    log.run({ type: 'redact', eventId: noteId });
    await store.apply(log.events.slice(-1));
    expect(JSON.stringify(await database.closed.toArray())).not.toContain('hunter2');
    expect(JSON.stringify(await database.events.toArray())).not.toContain('hunter2');
  });
});
