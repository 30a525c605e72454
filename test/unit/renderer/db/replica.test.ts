import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { asStoreId } from '#shared/domain/ids.ts';
import type { EventStore } from '../../../../src/renderer/db/event-store.ts';
import type { Sync } from '../../../../src/renderer/db/live.ts';
import { MemoryStore } from '../../../../src/renderer/db/memory-store.ts';
import { Replica } from '../../../../src/renderer/db/replica.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { history } from './history.ts';

const editions = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };
const running: Replica[] = [];

afterEach(() => {
  for (const replica of running.splice(0)) replica.stop();
});

function follow(
  main: FakeMain,
  store: EventStore,
): { replica: Replica; synced: Sync[]; failures: unknown[] } {
  const synced: Sync[] = [];
  const failures: unknown[] = [];
  const replica = new Replica(main.bridge, store, {
    changed: () => {},
    synced: (sync) => synced.push(sync),
    failed: (error) => failures.push(error),
  });
  running.push(replica);
  return { replica, synced, failures };
}

/** Both hold the same events once everything under way has been done. */
async function level(main: FakeMain, store: EventStore, replica: Replica): Promise<void> {
  await expect
    .poll(async () => {
      await replica.run();
      const there = main.log.events.map(({ id }) => id).toSorted();
      return (await store.ids()).toSorted().join() === there.join();
    })
    .toBe(true);
}

function mainWith(events: readonly TplusEvent[], storeId = 'store-1'): FakeMain {
  const main = new FakeMain(editions);
  main.log.storeId = asStoreId(storeId);
  main.log.store(events);
  return main;
}

describe('the replica', () => {
  it('reads the whole log at first, then follows the stream', async () => {
    const main = new FakeMain(editions);
    receivePage(main.log);
    const store = new MemoryStore();
    const { replica, synced } = follow(main, store);
    await level(main, store, replica);
    receivePage(main.log, { title: 'Second' });
    await level(main, store, replica);
    expect((await store.load(0)).pages.size).toBe(2);
    expect(synced.at(-1)).toEqual({ state: 'live' });
    expect(await store.position()).toEqual({ storeId: 'store-1', seq: main.log.stored.length });
  });

  it('reads on when a push was lost', async () => {
    const main = new FakeMain(editions);
    const store = new MemoryStore();
    const { replica } = follow(main, store);
    await level(main, store, replica);
    const { push } = main;
    main.push = () => {};
    receivePage(main.log);
    main.push = push;
    receivePage(main.log, { title: 'After the hole' });
    await level(main, store, replica);
    expect((await store.load(0)).pages.size).toBe(2);
  });

  it('takes only what it lacks, in either direction, when the log is another one', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 5 }), async (log, every) => {
        const ours = log.events.filter((_, index) => index % every !== 0);
        const theirs = log.events.filter((_, index) => index % (every + 1) !== 0);
        const store = new MemoryStore();
        await store.apply(ours, { storeId: asStoreId('lost'), seq: 999 });
        const main = mainWith(theirs, 'new');
        const { replica, synced, failures } = follow(main, store);
        await level(main, store, replica);
        const all = new Set([...ours, ...theirs].map(({ id }) => id as string));
        expect(main.log.events.filter(({ id }) => all.has(id))).toHaveLength(all.size);
        expect(synced.some(({ state }) => state === 'rebuilding')).toBe(true);
        expect(failures).toEqual([]);
        expect((await store.position())?.storeId).toBe('new');
        replica.stop();
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 20_000);

  it('gives back what main lost when its log was put back from a backup', async () => {
    const main = new FakeMain(editions);
    receivePage(main.log);
    const kept = main.log.events;
    receivePage(main.log, { title: 'Lost by main' });
    const store = new MemoryStore();
    await store.apply(main.log.events, { storeId: asStoreId('store-1'), seq: main.log.stored.length });
    const restored = new FakeMain(editions);
    restored.log.restore(kept);
    receivePage(restored.log, { title: 'After the restore' });
    const { replica } = follow(restored, store);
    await level(restored, store, replica);
    expect(JSON.stringify(restored.log.events)).toContain('Lost by main');
  });

  it('tries again while main does not answer, and keeps what it has', async () => {
    const main = new FakeMain(editions);
    main.failing.set('log.read', { ok: false, code: 'log-unavailable', detail: '' });
    const store = new MemoryStore();
    const { replica, synced } = follow(main, store);
    await replica.run();
    expect(synced).toEqual([{ state: 'failing', detail: 'log-unavailable' }]);
    main.failing.clear();
    await level(main, store, replica);
    expect(synced.at(-1)).toEqual({ state: 'live' });
  });

  it('gives a failing store up instead of losing events silently', async () => {
    const main = new FakeMain(editions);
    const store = new MemoryStore();
    store.apply = () => Promise.reject(new Error('QuotaExceededError'));
    const { replica, failures } = follow(main, store);
    await replica.run();
    expect(failures).toEqual([new Error('QuotaExceededError')]);
  });
});
