import { describe, expect, it, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { asPageId } from '#shared/domain/ids.ts';
import { actionOf } from '../../shared/domain/action/actions.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { pageOf } from '../../shared/domain/page/pages.ts';
import { A, B, startLoop, TAG } from './loops.ts';

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
