import { expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { A, startLoop, TAG } from './loops.ts';

/** What the loop does while a daemon has not answered, and with one that says less than it might. */

/** A page that shows as 1, on a screen whose daemon tells nobody that something has gone. */
async function shown() {
  const running = startLoop();
  running.world.pages = [A];
  await running.look();
  running.notifier.screen.clear();
  return running;
}

it('a page that is saved is not marked as one that is not', async () => {
  const { ledger } = await shown();
  expect(ledger.entries().get(TAG)).not.toHaveProperty('unsaved');
});

it('while it rings again, the disk knows what is on the screen: the app may die meanwhile', async () => {
  const { notifier, store, pass } = await shown();
  notifier.answers = 'when told';
  await pass(MINUTE_MS);
  expect(notifier.asked).toHaveLength(2);
  expect(store.rows.get(TAG)).toMatchObject({
    outcome: 'pending',
    ring: `${T0}:1:new`,
    toastId: 1,
    daemon: 'daemon 1',
  });
});

it('one that could not be renewed is taken down with its page', async () => {
  const { notifier, world, pass, look } = await shown();
  notifier.answers = 'when told';
  await pass(MINUTE_MS);
  notifier.at(1).settle({ outcome: 'refused', detail: 'no' });
  await pass(0);
  world.pages = [];
  await look();
  expect(notifier.closed).toEqual([1]);
});

it('renewals that answer in the wrong order leave it where it is', async () => {
  const { notifier, pass, ledger } = await shown();
  notifier.answers = 'when told';
  await pass(2 * MINUTE_MS);
  expect(notifier.asked).toHaveLength(3);
  for (const index of [2, 1]) notifier.at(index).settle(notifier.put(notifier.at(index).notice));
  await pass(0);
  expect(notifier.closed).toEqual([]);
  expect(ledger.entries().get(TAG)).toMatchObject({ toastId: 1, ring: `${T0}:2:new` });
});

it('one that was overtaken and then refused takes nothing down', async () => {
  const { notifier, pass } = await shown();
  notifier.answers = 'when told';
  await pass(2 * MINUTE_MS);
  notifier.at(1).settle({ outcome: 'refused', detail: 'no' });
  await pass(0);
  expect(notifier.closed).toEqual([]);
});

it('a press counts once, though the notification stays up', async () => {
  const { notifier, acted } = await shown();
  notifier.act(1, 'open');
  notifier.act(1, 'open');
  expect(acted).toHaveLength(1);
});

it('what has gone is asked to go once, and is forgotten once it is known to have gone', async () => {
  const { notifier, world, store, look } = await shown();
  world.pages = [];
  await look();
  await look();
  expect(notifier.closed).toEqual([1]);
  expect([...store.rows.keys()]).toEqual([TAG]);
});

it('what never showed is forgotten with its page', async () => {
  const { notifier, world, store, look, pass } = startLoop();
  notifier.answers = 'when told';
  world.pages = [A];
  await look();
  notifier.at(0).settle({ outcome: 'no-daemon', detail: 'nobody' });
  await pass(0);
  expect([...store.rows.keys()]).toEqual([TAG]);
  world.pages = [];
  await look();
  expect([...store.rows.keys()]).toEqual([]);
  expect(notifier.closed).toEqual([]);
});

it('a daemon that comes up while it is asked is not asked again', async () => {
  const { notifier, world, look, pass } = startLoop();
  notifier.answers = 'when told';
  world.pages = [A];
  await look();
  notifier.restart();
  await pass(0);
  expect(notifier.asked).toHaveLength(1);
});

it('many changes in one turn make one look', async () => {
  const { loop, decisions, look } = startLoop();
  for (let change = 0; change < 5; change += 1) loop.look();
  await look();
  expect(decisions).toHaveLength(1);
});

it('a press after the end is nobody’s', async () => {
  const { loop, notifier, acted } = await shown();
  loop.stop();
  notifier.act(1, 'acknowledge');
  expect(acted).toEqual([]);
});
