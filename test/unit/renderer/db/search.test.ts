import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentId } from '#shared/domain/ids.ts';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import { recordOf } from '#shared/domain/search/search-record.ts';
import { TplusDatabase } from '../../../../src/renderer/db/database.ts';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import { IndexedStore } from '../../../../src/renderer/db/indexed-store.ts';
import { initialLive, useLive, withChange } from '../../../../src/renderer/db/live.ts';
import { MemoryStore } from '../../../../src/renderer/db/memory-store.ts';
import {
  onSearchRead,
  prepareSearch,
  readSearchAhead,
  searchIncidents,
} from '../../../../src/renderer/db/search.ts';
import type { FakeLog } from '../fake-log.ts';
import { receivePage } from '../pages.ts';
import { emptyLog, history } from './history.ts';

const opened: TplusDatabase[] = [];
let made = 0;

function freshDatabase(name = `search-${(made += 1)}`): TplusDatabase {
  const database = new TplusDatabase(name);
  opened.push(database);
  return database;
}

beforeEach(() => useLive.setState(initialLive, true));
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.delete()));
});

/** Takes in what the store lacks, and tells the window as the replica would. */
async function deliver(store: EventStore, log: FakeLog): Promise<void> {
  const held = new Set(await store.ids());
  const redacted = log.events.filter((event) => event.redacted === true);
  const change = await store.apply([...redacted, ...log.events.filter(({ id }) => !held.has(id))]);
  useLive.setState((live) => ({ ...withChange(live, change, Date.now()), store }));
}

function openIncident(log: FakeLog, title: string): IncidentId {
  const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, { title, service: '' })] });
  if (!answer.ok || answer.incidentId === undefined) throw new Error('no incident');
  return answer.incidentId;
}

function closeIncident(log: FakeLog, incidentId: string): void {
  for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
}

const everything = (store: EventStore) => store.searchChunk(undefined, 100_000);
const found = async (query: string): Promise<string[]> =>
  (await searchIncidents(query, 10)).found.map(
    ({ where, record, entry }) => `${where}: ${entry?.text ?? record.title}`,
  );

describe.each([
  ['IndexedDB', (): EventStore => new IndexedStore(freshDatabase())],
  ['memory', (): EventStore => new MemoryStore()],
])('search in %s', (_name, makeStore) => {
  it('finds incidents, open and closed, by name, note and copied message', async () => {
    const [log, store] = [emptyLog(), makeStore()];
    const first = openIncident(log, 'Checkout down');
    log.run({ type: 'add-note', incidentId: first, text: 'kafka lag' });
    closeIncident(log, first);
    const second = openIncident(log, '결제 지연');
    const copy = {
      template: 'status-update',
      title: 'Status update',
      kind: 'update',
      form: 'slack',
    } as const;
    log.run({ type: 'record-copy', incidentId: second, ...copy, text: 'Payments time out', fields: {} });
    await deliver(store, log);
    expect(await found('checkout')).toEqual(['incident: Checkout down']);
    expect(await found('kafka')).toEqual(['note: kafka lag']);
    expect(await found('time out')).toEqual(['message: Payments time out']);
    expect(await found('ㄱㅈ')).toEqual(['incident: 결제 지연']);
    expect(await found('nothing')).toEqual([]);
  });

  it('is read ahead only while the window is not in use, and at once when somebody is about to ask', async () => {
    const [log, store] = [emptyLog(), makeStore()];
    openIncident(log, 'Checkout down');
    await deliver(store, log);
    const chunks = vi.spyOn(store, 'searchChunk');
    const asked = Promise.withResolvers<void>();
    const ahead = readSearchAhead(async () => {
      asked.resolve();
      return new Promise<void>(() => undefined);
    });
    await asked.promise;
    expect(chunks).not.toHaveBeenCalled();
    await prepareSearch();
    await ahead;
    expect(chunks).toHaveBeenCalledOnce();
    expect(await found('checkout')).toEqual(['incident: Checkout down']);
  });

  it('knows what came after the first question', async () => {
    const [log, store] = [emptyLog(), makeStore()];
    const incidentId = openIncident(log, 'Checkout down');
    await deliver(store, log);
    expect(await found('kafka')).toEqual([]);
    log.run({ type: 'add-note', incidentId, text: 'kafka lag' });
    await deliver(store, log);
    expect(await found('kafka')).toEqual(['note: kafka lag']);
    log.run({ type: 'undo', eventId: log.events.at(-1)?.id ?? '' });
    await deliver(store, log);
    expect(await found('kafka')).toEqual([]);
    openIncident(log, 'Search slow');
    await deliver(store, log);
    expect(await found('slow')).toEqual(['incident: Search slow']);
  });

  it.each([false, true])('forgets what was redacted, in an incident that is closed: %s', async (isClosed) => {
    const [log, store] = [emptyLog(), makeStore()];
    const incidentId = openIncident(log, 'Checkout down');
    log.run({ type: 'add-note', incidentId, text: 'the password is hunter2' });
    const noteId = log.events.at(-1)?.id ?? '';
    if (isClosed) closeIncident(log, incidentId);
    await deliver(store, log);
    expect(await found('hunter2')).toHaveLength(1);
    log.run({ type: 'redact', eventId: noteId });
    await deliver(store, log);
    expect(await found('hunter2')).toEqual([]);
    expect(JSON.stringify(await everything(store))).not.toContain('hunter2');
  });

  it('answers every question after a change, also those asked while it is taken in', async () => {
    const [log, store] = [emptyLog(), makeStore()];
    const first = openIncident(log, 'Checkout down');
    await deliver(store, log);
    expect(await found('kafka')).toEqual([]);
    log.run({ type: 'add-note', incidentId: first, text: 'kafka lag' });
    await deliver(store, log);
    // As it is typed: a question for each letter, and only the last answer is shown.
    const typed = await Promise.all(['ka', 'kaf', 'kafka'].map(found));
    expect(typed).toEqual([['note: kafka lag'], ['note: kafka lag'], ['note: kafka lag']]);
  });

  it('gives any incident that the log knows', async () => {
    const [log, store] = [emptyLog(), makeStore()];
    const incidentId = openIncident(log, 'Checkout down');
    closeIncident(log, incidentId);
    await deliver(store, log);
    expect((await store.incident(incidentId))?.title).toBe('Checkout down');
    expect(await store.incident('no-such')).toBeUndefined();
  });

  it('holds of any history, delivered event by event, what making it from all of it gives', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (log) => {
        const store = makeStore();
        for (const event of log.events) await store.apply([event]);
        const ids = [...new Set(log.events.flatMap(({ incidentId }) => incidentId ?? []))];
        const wanted = ids.flatMap((id) => {
          const events = log.events.filter(({ incidentId }) => incidentId === id);
          const incident = foldIncidentEvents(events);
          return incident === undefined ? [] : [recordOf(incident, events)];
        });
        const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
        expect((await everything(store)).toSorted(byId)).toEqual(wanted.toSorted(byId));
      }),
      { numRuns: 25 },
    );
  });
});

it('answers from what is read so far, newest first, and calls when there is more', async () => {
  const [log, store] = [emptyLog(), new MemoryStore()];
  for (let index = 0; index < 300; index += 1) openIncident(log, `incident ${index}`);
  await deliver(store, log);
  const read: (() => void)[] = [];
  const slow: EventStore = Object.assign(Object.create(store) as EventStore, {
    searchChunk: async (after: string | undefined, count: number) => {
      const chunk = await store.searchChunk(after, count);
      await new Promise<void>((resolve) => read.push(resolve));
      return chunk;
    },
    searchRecords: (ids: readonly string[]) => store.searchRecords(ids),
  });
  useLive.setState({ store: slow });
  const first = searchIncidents('incident', 1000);
  await vi.waitFor(() => expect(read).toHaveLength(1));
  read[0]?.();
  const { found: soFar, isWhole } = await first;
  expect(isWhole).toBe(false);
  expect(soFar).toHaveLength(250);
  const more = vi.fn<() => void>();
  onSearchRead(more);
  await vi.waitFor(() => expect(read).toHaveLength(2));
  expect(more).not.toHaveBeenCalled();
  read[1]?.();
  await vi.waitFor(() => expect(more).toHaveBeenCalledOnce());
  const whole = await searchIncidents('incident', 1000);
  expect(whole.isWhole).toBe(true);
  expect(whole.found).toHaveLength(300);
});

it('a store written before there was a search is made searchable when it is opened', async () => {
  const name = 'search-upgrade';
  const log = emptyLog();
  const closed = openIncident(log, 'Closed one');
  log.run({ type: 'add-note', incidentId: closed, text: 'kafka lag' });
  closeIncident(log, closed);
  const open = openIncident(log, 'Open one');
  log.run({ type: 'add-note', incidentId: open, text: 'redis full' });
  const source = freshDatabase('search-source');
  await new IndexedStore(source).apply(log.events);

  // The tables and indexes of version 1, with its rows.
  const old = new Dexie(name);
  old.version(1).stores({
    meta: 'key',
    events: 'id, incidentId, pageId',
    pages: 'id, open, receivedAt',
    incidents: 'id, closedAt',
    closed: 'id, *pageIds',
    drafts: '[incidentId+template], incidentId',
    playbooks: 'hash',
  });
  for (const table of ['meta', 'events', 'pages', 'incidents', 'closed', 'playbooks'])
    await old.table(table).bulkPut(await source.table(table).toArray());
  old.close();

  const store = new IndexedStore(freshDatabase(name));
  useLive.setState({ store });
  expect(await found('kafka')).toEqual(['note: kafka lag']);
  expect(await found('redis')).toEqual(['note: redis full']);
});
