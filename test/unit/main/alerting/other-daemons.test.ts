import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { A, B, FakeLedgerStore, startLoop, TAG } from './loops.ts';

/** What the loop does about notifications of another daemon or another run. */

describe('a daemon that is replaced', () => {
  it('shows anew whatever should be showing', async () => {
    const { notifier, world, look, pass, ledger } = startLoop();
    world.pages = [A, B];
    await look();
    notifier.restart();
    await pass(0);
    expect(notifier.screen.size).toBe(2);
    expect(notifier.at(-1).notice).not.toHaveProperty('replaces');
    expect([...ledger.entries().values()].map(({ outcome }) => outcome)).toEqual(['shown', 'shown']);
  });

  it('while a renewal is under way leaves one notification of each', async () => {
    const { notifier, world, look, pass, ledger } = startLoop();
    world.pages = [A];
    await look();
    notifier.answers = 'when told';
    await pass(MINUTE_MS);
    notifier.restart();
    await pass(0);
    notifier.answers = 'at once';
    for (const { notice, settle } of notifier.asked.slice(1)) {
      const { replaces: _gone, ...fresh } = notice;
      settle(notifier.put(fresh));
    }
    await pass(0);
    expect([...notifier.screen.keys()]).toEqual([ledger.entries().get(TAG)?.toastId]);
  });
});

describe('a former run', () => {
  it('leaves notifications that are taken down, and raised anew by this one', async () => {
    const store = new FakeLedgerStore();
    const stale = {
      ring: `${T0}:0:new`,
      at: T0 - HOUR_MS,
      outcome: 'shown',
      daemon: 'daemon 1',
    } as const;
    store.save(
      [
        { tag: TAG, toastId: 41, ...stale },
        { tag: 'page:gone', toastId: 42, ...stale },
        { tag: 'page:dismissed', ...stale, outcome: 'dismissed' },
      ],
      [],
    );
    const { loop, notifier, world, look } = startLoop(store);
    world.pages = [A];
    loop.closeStale([...store.rows.values()]);
    expect(notifier.closed).toEqual([41, 42]);
    await look();
    expect(notifier.screen.size).toBe(1);
    expect([...store.rows.keys()]).toEqual([TAG]);
  });

  it('whose daemon is gone leaves numbers that may be another program’s by now: none is touched', async () => {
    const store = new FakeLedgerStore();
    const stale = { ring: `${T0}:0:new`, at: T0 - HOUR_MS, outcome: 'shown' } as const;
    store.save(
      [
        { tag: TAG, toastId: 41, ...stale, daemon: 'of before the reboot' },
        // Of a version that did not keep whose number it was.
        { tag: 'page:gone', toastId: 42, ...stale },
      ],
      [],
    );
    const { loop, notifier, world, look } = startLoop(store);
    world.pages = [A];
    loop.closeStale([...store.rows.values()]);
    await look();
    expect(notifier.closed).toEqual([]);
    expect(notifier.screen.size).toBe(1);
    expect([...store.rows.keys()]).toEqual([TAG]);
  });

  it('raised by a daemon that gave no name is left up, and raised anew beside it', async () => {
    const before = startLoop();
    before.notifier.daemon = undefined;
    before.world.pages = [A];
    await before.look();
    expect(before.store.rows.get(TAG)).toMatchObject({ outcome: 'shown', toastId: 1 });
    expect(before.store.rows.get(TAG)).not.toHaveProperty('daemon');
    // Killed: the rows are all that is left. The number may be another program's by now.
    const rows = [...before.store.rows.values()];
    const store = new FakeLedgerStore();
    store.save(rows, []);
    const { loop, notifier, world, look } = startLoop(store);
    world.pages = [A];
    loop.closeStale(rows);
    await look();
    expect(notifier.closed).toEqual([]);
    expect(notifier.asked).toHaveLength(1);
    expect(notifier.at(0).notice).not.toHaveProperty('replaces');
    expect(store.rows.get(TAG)).toMatchObject({ outcome: 'shown', daemon: 'daemon 1' });
  });

  it('that rang again at a daemon without a name is not taken for one of the daemon before', async () => {
    const { notifier, world, look, pass, store } = startLoop();
    world.pages = [A];
    await look();
    notifier.daemon = undefined;
    await pass(MINUTE_MS);
    expect(notifier.asked).toHaveLength(2);
    expect(store.rows.get(TAG)).toMatchObject({ outcome: 'shown', toastId: 1 });
    expect(store.rows.get(TAG)).not.toHaveProperty('daemon');
  });

  it('is told from another by what the ledger keeps of each notification, on screen or not', async () => {
    const { notifier, world, look, pass, store } = startLoop();
    world.pages = [A];
    await look();
    expect(store.rows.get(TAG)).toMatchObject({ toastId: 1, daemon: 'daemon 1' });
    notifier.daemon = 'daemon 2';
    await pass(5 * MINUTE_MS);
    expect(store.rows.get(TAG)).toMatchObject({ outcome: 'shown', daemon: 'daemon 2' });
    notifier.close(1);
    expect(store.rows.get(TAG)).not.toHaveProperty('daemon');
  });

  it('whose ids come again does not take down what this run shows', async () => {
    const { loop, notifier, world, look } = startLoop();
    world.pages = [A];
    await look();
    const stale = { ring: 'x', at: T0 - HOUR_MS, outcome: 'shown', toastId: 1, daemon: 'daemon 1' } as const;
    loop.closeStale([
      { tag: TAG, ...stale },
      { tag: 'page:gone', ...stale },
    ]);
    await look();
    expect([...notifier.screen.keys()]).toEqual([1]);
    expect(notifier.asked).toHaveLength(1);
  });
});
