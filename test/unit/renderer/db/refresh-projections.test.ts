import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECTION_VERSION } from '#shared/domain/event/fold.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { TplusDatabase } from '../../../../src/renderer/db/database.ts';
import { IndexedStore } from '../../../../src/renderer/db/indexed-store.ts';
import type { Refolding } from '../../../../src/renderer/db/live.ts';
import { refoldClosed, refoldingOf } from '../../../../src/renderer/db/refold-closed.ts';
import { refreshProjections } from '../../../../src/renderer/db/refresh-projections.ts';
import type { FakeLog } from '../fake-log.ts';
import { receivePage } from '../pages.ts';
import { emptyLog, history } from './history.ts';

const opened: TplusDatabase[] = [];
let made = 0;

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.delete()));
});

async function filled(log: FakeLog): Promise<TplusDatabase> {
  made += 1;
  const database = new TplusDatabase(`refreshed-${made}`);
  opened.push(database);
  await new IndexedStore(database).apply(log.events, { storeId: log.storeId, seq: log.events.length });
  await refresh(database);
  return database;
}

/** Records in one transaction. */
const AT_ONCE = 200;

/** Both parts of it: what a window waits for, and what it does not. @returns what was told of the second */
async function refresh(database: TplusDatabase, atOnce = AT_ONCE): Promise<(Refolding | undefined)[]> {
  const told: (Refolding | undefined)[] = [];
  await refreshProjections(database);
  await refoldClosed(
    database,
    { progress: (refolding) => told.push(refolding), changed: () => {}, isStopped: () => false },
    atOnce,
  );
  return told;
}

/** Everything in the store, as it lies. */
async function contents(database: TplusDatabase): Promise<unknown> {
  const tables = database.tables.map(
    async (table) => [table.name, await table.orderBy(':id').toArray()] as const,
  );
  return Object.fromEntries(await Promise.all(tables));
}

/** What version 1 of the app left: incidents without roles, flags and levels, and no word of a version. */
async function ageBy(database: TplusDatabase): Promise<void> {
  await database.incidents.toCollection().modify((row) => {
    const { roles: _roles, flags: _flags, escalated: _escalated, ...rest } = row.incident;
    Object.assign(row, { incident: rest as Incident });
  });
  await database.meta.delete('projections');
}

it('folds anew what an older version folded, and changes nothing else', async () => {
  await fc.assert(
    // Also one by one: a page may have been in records that are not folded together.
    fc.asyncProperty(history, fc.constantFrom(1, 2, AT_ONCE), async (log, atOnce) => {
      const database = await filled(log);
      const before = await contents(database);
      await ageBy(database);
      await Promise.all([database.pages.clear(), database.figures.clear()]);
      await refresh(database, atOnce);
      expect(await contents(database)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

it('folds closed incidents too, and keeps what was recorded of them', async () => {
  const log = emptyLog();
  const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log)] });
  const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
  log.run({ type: 'assign-role', incidentId, role: 'scribe', name: 'Mina' });
  for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
  const database = await filled(log);
  await ageBy(database);
  expect((await database.incidents.get(incidentId))?.incident.roles).toBeUndefined();
  await refresh(database);
  expect((await database.incidents.get(incidentId))?.incident.roles).toMatchObject({
    scribe: { name: 'Mina' },
  });
  expect(await database.closed.count()).toBe(1);
});

it('folds a page from all the records that it was in, also one at a time', async () => {
  const log = emptyLog();
  const take = (): string => {
    const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log)] });
    return answer.ok ? (answer.incidentId ?? '') : '';
  };
  const [first, second] = [take(), take()];
  const pageId = log.events.find((event) => event.incidentId === first && event.pageId !== undefined)?.pageId;
  expect(log.run({ type: 'link-pages', pageIds: [pageId ?? ''], incidentId: second }).ok).toBe(true);
  for (const incidentId of [first, second])
    for (const milestone of ['resolve', 'close']) log.run({ type: 'meet-milestone', incidentId, milestone });
  const database = await filled(log);
  const before = await contents(database);
  await ageBy(database);
  await database.pages.clear();
  await refresh(database, 1);
  expect(await contents(database)).toEqual(before);
});

it('says that it begins, once, and only where there is something', async () => {
  let begun = 0;
  const begins = (): void => {
    begun += 1;
  };
  made += 1;
  const empty = new TplusDatabase(`refreshed-${made}`);
  opened.push(empty);
  await refreshProjections(empty, begins);
  expect(begun).toBe(0);
  const log = emptyLog();
  receivePage(log);
  const database = await filled(log);
  await refreshProjections(database, begins);
  expect(begun).toBe(0);
  await database.meta.put({ key: 'projections', value: PROJECTION_VERSION + 1 });
  await refreshProjections(database, begins);
  await refreshProjections(database, begins);
  expect(begun).toBe(1);
});

describe('closed incidents, folded while the window is in use', () => {
  /** So many closed incidents, as an older version left them. */
  async function aged(count: number): Promise<{ database: TplusDatabase; log: FakeLog }> {
    const log = emptyLog();
    for (let index = 0; index < count; index += 1) {
      const answer = log.run({
        type: 'acknowledge',
        pageIds: [receivePage(log, { title: `Night ${index}` })],
      });
      const incidentId = answer.ok ? (answer.incidentId ?? '') : '';
      for (const milestone of ['resolve', 'close'])
        log.run({ type: 'meet-milestone', incidentId, milestone });
    }
    const database = await filled(log);
    await ageBy(database);
    await refreshProjections(database);
    return { database, log };
  }

  it('tell how far they are, and go on where a window was closed', async () => {
    const { database } = await aged(430);
    expect(await refoldingOf(database)).toEqual({ done: 0, total: 430 });
    expect(await database.incidents.count()).toBe(0);
    let steps = 0;
    await refoldClosed(
      database,
      { progress: () => (steps += 1), changed: () => {}, isStopped: () => steps > 0 },
      AT_ONCE,
    );
    expect(await refoldingOf(database)).toEqual({ done: 200, total: 430 });
    expect(await refresh(database)).toEqual([{ done: 400, total: 430 }, undefined]);
    expect(await refoldingOf(database)).toBeUndefined();
    expect(await database.incidents.count()).toBe(430);
    expect(await database.figures.count()).toBe(430);
    expect(await database.pages.count()).toBe(430);
  });

  it('can be looked at before their turn, and reopened', async () => {
    const { database, log } = await aged(1);
    const [incidentId = ''] = log.events.flatMap((event) => event.incidentId ?? []);
    const store = new IndexedStore(database);
    expect((await store.incident(incidentId))?.title).toBe('Night 0');
    log.run({ type: 'reopen', incidentId });
    await store.apply(log.events.slice(-1));
    await refresh(database);
    expect((await store.incident(incidentId))?.closedAt).toBeUndefined();
    expect(await database.closed.count()).toBe(0);
    expect((await store.figures()).map(({ reopened }) => reopened)).toEqual([1]);
  });
});
