import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import type { NoticeAnswer } from '../../../../src/main/alerting/notifier.ts';
import { A, B, startLoop, TAG } from './loops.ts';

/** What the loop makes of answers that come after it has given them up. */

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
