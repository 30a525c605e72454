import { describe, expect, it, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { asPageId } from '#shared/domain/ids.ts';
import type { NoticeAnswer } from '../../../../src/main/alerting/notifier.ts';
import { actionOf } from '../../shared/domain/action/actions.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';
import { FakeLedgerStore, startLoop } from './loops.ts';

const A = pageOf('a', { severity: 'SEV-1' });
const B = pageOf('b', { severity: 'SEV-3' });
const TAG = 'page:a';

describe('a page', () => {
  it('shows, and is replaced in its place when it rings again', async () => {
    const { notifier, world, look, pass, ledger } = startLoop();
    world.pages = [A];
    await look();
    expect([...notifier.screen.keys()]).toEqual([1]);
    await pass(MINUTE_MS);
    expect(notifier.asked).toHaveLength(2);
    expect(notifier.at(1).notice.replaces).toBe(1);
    expect([...notifier.screen.values()].map(({ summary }) => summary)).toEqual([`${TAG} ${T0}:1:new`]);
    expect(ledger.entries().get(TAG)).toMatchObject({ outcome: 'shown', toastId: 1, at: T0 + MINUTE_MS });
  });

  it('that somebody took is taken down', async () => {
    const { notifier, world, look, ledger, store } = startLoop();
    world.pages = [A];
    await look();
    world.pages = [];
    await look();
    expect(notifier.screen.size).toBe(0);
    expect([ledger.entries().size, store.rows.size]).toEqual([0, 0]);
  });

  it('is in the decision that is asked for, also before the next look', async () => {
    const { loop, world, look, notifier, pass } = startLoop();
    await look();
    world.pages = [A];
    loop.look();
    expect(loop.last?.unacknowledged).toBe(0);
    expect(loop.current()?.unacknowledged).toBe(1);
    await pass(0);
    expect(notifier.asked).toHaveLength(1);
  });

  it('shows once, however often it is looked at', async () => {
    const { notifier, world, loop, look } = startLoop();
    world.pages = [A];
    for (let round = 0; round < 5; round += 1) loop.look();
    await look();
    await look();
    expect(notifier.asked).toHaveLength(1);
  });

  it('not saved is marked so in the ledger', async () => {
    const { world, look, ledger } = startLoop();
    world.unsaved = [pageOf('unsaved-1')];
    await look();
    expect(ledger.entries().get('page:unsaved-1')).toMatchObject({ unsaved: true, outcome: 'shown' });
  });
});

describe('a notification that does not come', () => {
  it.each(['refused', 'no-daemon'] as const)('%s is tried again after 30 s', async (outcome) => {
    const { notifier, world, look, pass, ledger, delivered } = startLoop();
    notifier.answers = 'when told';
    world.pages = [B];
    await look();
    notifier.at(0).settle({ outcome, detail: 'no' });
    await pass(29_999);
    expect(notifier.asked).toHaveLength(1);
    expect(ledger.entries().get('page:b')).toMatchObject({ outcome, detail: 'no' });
    await pass(1);
    expect(notifier.asked).toHaveLength(2);
    notifier.at(1).settle(notifier.put(notifier.at(1).notice));
    await pass(HOUR_MS - MINUTE_MS * 3);
    expect(notifier.asked).toHaveLength(2);
    expect(delivered).toEqual([outcome, 'shown']);
  });

  it('a daemon that hangs delays no other page', async () => {
    const { notifier, world, look } = startLoop();
    notifier.answers = 'when told';
    world.pages = [A];
    await look();
    notifier.answers = 'at once';
    world.pages = [A, B];
    await look();
    expect([...notifier.screen.values()].map(({ summary }) => summary)).toEqual([`page:b ${T0}:0:new`]);
  });
});

/** A daemon that hung past the time-out, and what comes of it. */
function hang(notifier: ReturnType<typeof startLoop>['notifier'], index: number) {
  let answer: (answer: NoticeAnswer) => void = () => undefined;
  const late = new Promise<NoticeAnswer>((resolve) => {
    answer = resolve;
  });
  notifier.at(index).settle({ outcome: 'timed-out', detail: 'no answer', late });
  return {
    show: () => answer(notifier.put(notifier.at(index).notice)),
    refuse: () => answer({ outcome: 'refused', detail: 'no' }),
  };
}

describe('an answer that comes late', () => {
  async function hung() {
    const running = startLoop();
    running.notifier.answers = 'when told';
    running.world.pages = [B];
    await running.look();
    return { ...running, late: hang(running.notifier, 0) };
  }

  it('counts: it is not tried again', async () => {
    const { late, pass, ledger, notifier } = await hung();
    await pass(SECOND_MS);
    late.show();
    await pass(MINUTE_MS);
    expect(ledger.entries().get('page:b')).toMatchObject({ outcome: 'shown', toastId: 1 });
    expect(notifier.asked).toHaveLength(1);
  });

  it('and is a refusal: that is what is told and kept, and it is tried again at its time', async () => {
    const { late, pass, notifier, ledger, delivered } = await hung();
    await pass(SECOND_MS);
    late.refuse();
    await pass(0);
    expect(ledger.entries().get('page:b')).toMatchObject({ outcome: 'refused', detail: 'no' });
    expect(delivered).toEqual(['timed-out', 'refused']);
    await pass(29 * SECOND_MS - 1);
    expect(notifier.asked).toHaveLength(1);
    await pass(1);
    expect(notifier.asked).toHaveLength(2);
  });

  it('and is a refusal after another try has shown it: nothing is said of it', async () => {
    const { late, pass, notifier, ledger, delivered } = await hung();
    await pass(30 * SECOND_MS);
    notifier.at(1).settle(notifier.put(notifier.at(1).notice));
    await pass(0);
    late.refuse();
    await pass(MINUTE_MS);
    expect(ledger.entries().get('page:b')).toMatchObject({ outcome: 'shown', toastId: 1 });
    expect(delivered).toEqual(['timed-out', 'shown']);
    expect(notifier.asked).toHaveLength(2);
  });

  it('and is a refusal once the page was taken: nothing comes back', async () => {
    const { late, pass, look, world, ledger, delivered } = await hung();
    world.pages = [];
    await look();
    late.refuse();
    await pass(0);
    expect(ledger.entries().size).toBe(0);
    expect(delivered).toEqual(['timed-out']);
  });

  it('after another try: one of the two is left', async () => {
    const { late, pass, ledger, notifier } = await hung();
    await pass(30 * SECOND_MS);
    notifier.at(1).settle(notifier.put(notifier.at(1).notice));
    await pass(0);
    late.show();
    await pass(0);
    expect(notifier.screen.size).toBe(1);
    expect([...notifier.screen.keys()]).toEqual([ledger.entries().get('page:b')?.toastId]);
  });

  it('while another try is under way: one of the two is left', async () => {
    const { late, pass, ledger, notifier } = await hung();
    await pass(30 * SECOND_MS);
    late.show();
    await pass(0);
    notifier.at(1).settle(notifier.put(notifier.at(1).notice));
    await pass(0);
    expect(notifier.screen.size).toBe(1);
    expect([...notifier.screen.keys()]).toEqual([ledger.entries().get('page:b')?.toastId]);
  });

  it('after the page was taken is taken down', async () => {
    const { late, pass, look, world, notifier } = await hung();
    await pass(SECOND_MS);
    world.pages = [];
    await look();
    late.show();
    await pass(0);
    expect(notifier.screen.size).toBe(0);
  });

  it('though the page was taken even before the time-out is taken down', async () => {
    const running = startLoop();
    running.notifier.answers = 'when told';
    running.world.pages = [B];
    await running.look();
    running.world.pages = [];
    await running.look();
    const late = hang(running.notifier, 0);
    await running.pass(SECOND_MS);
    late.show();
    await running.pass(0);
    expect(running.notifier.screen.size).toBe(0);
  });

  it('of a ring that was overtaken is taken down', async () => {
    const { notifier, world, look, pass, ledger } = startLoop();
    notifier.answers = 'when told';
    world.pages = [A];
    await look();
    await pass(MINUTE_MS);
    expect(notifier.asked).toHaveLength(2);
    notifier.at(1).settle(notifier.put(notifier.at(1).notice));
    notifier.at(0).settle(notifier.put(notifier.at(0).notice));
    await pass(0);
    expect([...notifier.screen.keys()]).toEqual([ledger.entries().get(TAG)?.toastId]);
  });
});

describe('a page that comes back before the daemon has answered', () => {
  it('shows once', async () => {
    const { notifier, world, look, ledger } = startLoop();
    notifier.answers = 'when told';
    world.pages = [B];
    await look();
    world.pages = [];
    await look();
    world.pages = [B];
    await look();
    for (const index of [0, 1]) notifier.at(index).settle(notifier.put(notifier.at(index).notice));
    await look();
    expect([...notifier.screen.keys()]).toEqual([ledger.entries().get('page:b')?.toastId]);
  });
});

describe('a person', () => {
  it('who dismisses it is left alone until it rings again', async () => {
    const { notifier, world, look, pass, ledger } = startLoop();
    world.pages = [A];
    await look();
    notifier.close(1);
    await look();
    expect(ledger.entries().get(TAG)).toMatchObject({ outcome: 'dismissed' });
    expect(ledger.entries().get(TAG)).not.toHaveProperty('toastId');
    expect(notifier.asked).toHaveLength(1);
    await pass(MINUTE_MS);
    expect(notifier.asked).toHaveLength(2);
    expect(notifier.at(1).notice).not.toHaveProperty('replaces');
  });

  it.each(['acknowledge', 'open'] as const)(
    'who presses %s is heard once, and the toast goes',
    async (action) => {
      const { notifier, world, look, acted } = startLoop();
      world.pages = [A];
      await look();
      notifier.act(1, action);
      notifier.act(1, action);
      expect(acted.map(([name, { target }]) => [name, target])).toEqual([
        [action, { kind: 'page', pageId: asPageId('a') }],
      ]);
      expect(notifier.screen.size).toBe(0);
    },
  );

  it('who presses somebody else’s toast is not heard', async () => {
    const { notifier, world, look, acted } = startLoop();
    world.pages = [A];
    await look();
    notifier.act(99, 'acknowledge');
    expect(acted).toEqual([]);
    expect(notifier.closed).toEqual([]);
  });
});

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

describe('a promised second look', () => {
  const promised = pageOf('a', { status: 'acknowledged', recheckAt: T0 + MINUTE_MS });

  it('is asked for at its time, once until it is answered', async () => {
    const { world, look, pass, loop, rechecks } = startLoop();
    world.pages = [promised];
    await look();
    await pass(MINUTE_MS - 1);
    expect(rechecks).toHaveLength(0);
    await pass(1);
    loop.look();
    await pass(10 * MINUTE_MS);
    expect(rechecks.map(({ pageId }) => pageId)).toEqual(['a']);
  });

  it('that the log could not take is asked for again after 30 s', async () => {
    const { world, look, pass, rechecks } = startLoop();
    world.pages = [promised];
    await look();
    await pass(MINUTE_MS);
    rechecks[0]?.settle();
    await pass(30 * SECOND_MS);
    expect(rechecks).toHaveLength(2);
  });
});

describe('the timer', () => {
  it('looks again each hour where nothing is due: the clock may be wrong', async () => {
    const { look, pass, decisions } = startLoop();
    await look();
    await pass(3 * HOUR_MS);
    expect(decisions).toEqual([0, 1, 2, 3].map((hour) => T0 + hour * HOUR_MS));
  });

  it('looks when it is due, and not in between', async () => {
    const { world, look, pass, decisions } = startLoop();
    world.pages = [B];
    await look();
    await pass(HOUR_MS);
    expect(decisions).toEqual([T0, T0 + 58 * MINUTE_MS, T0 + HOUR_MS]);
  });

  it('does not spin when the clock stands still behind it', async () => {
    const { world, look, pass, decisions } = startLoop();
    world.pages = [A];
    await look();
    const frozen = vi.spyOn(Date, 'now').mockReturnValue(T0);
    await pass(10 * MINUTE_MS);
    frozen.mockRestore();
    expect(decisions.length).toBeLessThanOrEqual(12);
  });
});

describe('stopping', () => {
  it('takes down what shows, and looks no more', async () => {
    const { loop, notifier, world, look, pass, decisions } = startLoop();
    world.pages = [A];
    await look();
    loop.stop();
    expect(notifier.screen.size).toBe(0);
    loop.look();
    await pass(2 * HOUR_MS);
    expect(decisions).toEqual([T0]);
  });

  it('takes down what shows only afterwards', async () => {
    const { loop, notifier, world, look, pass } = startLoop();
    notifier.answers = 'when told';
    world.pages = [A];
    await look();
    loop.stop();
    notifier.at(0).settle(notifier.put(notifier.at(0).notice));
    await pass(0);
    expect(notifier.screen.size).toBe(0);
  });

  it('keeps on disk what was showing, for the next start to take down', async () => {
    const { loop, world, look, store } = startLoop();
    world.pages = [A];
    await look();
    loop.stop();
    expect([...store.rows.keys()]).toEqual([TAG]);
  });
});

describe('the reminder of action items', () => {
  const action = actionOf('a', { dueOn: '2026-11-20', addedAt: 0, scheduledAt: 0 });
  const nextNine = Date.UTC(2026, 10, 24) - T0;

  it('comes once a day, and not again when the app or the daemon starts anew after it was put away', async () => {
    const { loop, notifier, world, store, look, pass } = startLoop();
    world.actions = [action];
    await look();
    notifier.close(1);
    notifier.restart();
    await pass(HOUR_MS);
    expect(notifier.asked).toHaveLength(1);
    loop.stop();
    const next = startLoop(store);
    next.world.actions = [action];
    next.loop.closeStale([...store.rows.values()]);
    await next.look();
    expect(next.notifier.asked).toEqual([]);
    await next.pass(nextNine);
    expect(next.notifier.asked).toHaveLength(1);
  });
});
