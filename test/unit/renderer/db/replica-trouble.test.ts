import { afterEach, expect, it, vi } from 'vitest';
import { asStoreId } from '#shared/domain/ids.ts';
import type { Sync } from '../../../../src/renderer/db/live.ts';
import { MemoryStore } from '../../../../src/renderer/db/memory-store.ts';
import { Replica } from '../../../../src/renderer/db/replica.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';

/** What a replica does when something is in its way, and after it was told to stop. */

const editions = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };
const running: Replica[] = [];

afterEach(() => {
  for (const replica of running.splice(0)) replica.stop();
  vi.useRealTimers();
});

function follow(main: FakeMain, store = new MemoryStore()) {
  const synced: Sync[] = [];
  const failures: unknown[] = [];
  const replica = new Replica(main.bridge, store, {
    changed: () => undefined,
    synced: (sync) => synced.push(sync),
    failed: (error) => failures.push(error),
  });
  running.push(replica);
  return { replica, store, synced, failures };
}
const reads = (main: FakeMain): number => main.asked.filter(({ name }) => name === 'log.read').length;

it('asks main again by itself two seconds after it did not answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const main = new FakeMain(editions);
  receivePage(main.log);
  main.failing.set('log.read', { ok: false, code: 'log-unavailable', detail: '' });
  const { replica, synced, store } = follow(main);
  await replica.run();
  main.failing.clear();
  await vi.advanceTimersByTimeAsync(1999);
  expect(synced.at(-1)?.state).toBe('failing');
  await vi.advanceTimersByTimeAsync(1);
  await vi.waitFor(() => expect(synced.at(-1)).toEqual({ state: 'live' }));
  expect(await store.ids()).toHaveLength(main.log.events.length);
});

it('does one thing at a time, however often it is asked', async () => {
  const main = new FakeMain(editions);
  receivePage(main.log);
  const alone = follow(main);
  await alone.replica.run();
  const once = reads(main);
  const { replica } = follow(main);
  await Promise.all([replica.run(), replica.run(), replica.run()]);
  expect(reads(main)).toBe(2 * once);
});

it('takes nothing in once it was stopped', async () => {
  const main = new FakeMain(editions);
  const { replica, store, synced } = follow(main);
  await replica.run();
  replica.stop();
  const held = await store.ids();
  const said = synced.length;
  receivePage(main.log);
  await replica.run();
  expect(await store.ids()).toEqual(held);
  expect(synced).toHaveLength(said);
});

it('asks nothing more of a store that has failed', async () => {
  const main = new FakeMain(editions);
  const store = new MemoryStore();
  const apply = vi.fn<MemoryStore['apply']>(() => Promise.reject(new Error('QuotaExceededError')));
  store.apply = apply;
  const { replica, failures } = follow(main, store);
  await replica.run();
  receivePage(main.log);
  await replica.run();
  expect(failures).toHaveLength(1);
  expect(apply).toHaveBeenCalledTimes(1);
});

it('says how far the exchange with another log is, both ways', async () => {
  const main = new FakeMain(editions);
  receivePage(main.log);
  const other = new FakeMain(editions);
  receivePage(other.log, { title: 'Kept by the window alone' });
  const store = new MemoryStore();
  await store.apply(other.log.events, { storeId: asStoreId('lost'), seq: 9 });
  const { replica, synced } = follow(main, store);
  await replica.run();
  const total = new Set([...main.log.events, ...other.log.events].map(({ id }) => id)).size;
  const steps = synced.filter(({ state }) => state === 'rebuilding');
  expect(steps[0]).toEqual({ state: 'rebuilding', done: 0, total: 0 });
  expect(steps.at(-1)).toMatchObject({ done: total, total });
  expect(synced.at(-1)).toEqual({ state: 'live' });
});
