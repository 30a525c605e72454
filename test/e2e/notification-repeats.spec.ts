import { tplus } from '../support/cli.ts';
import { expect, test } from '../support/fixtures.ts';
import type { ReceiverClient } from '../support/receiver.ts';
import { waitFor } from '../support/wait-for.ts';
import { count, raiseDated, settle } from './app/rings.ts';
import {
  hidden,
  minuteMs,
  moveClock,
  pageIn,
  raise,
  statusOf,
  untilDisplayed,
  untilStatus,
} from './app/view.ts';

/** When a page rings again, and when it does not. */

test.describe('repeats', () => {
  test('SEV-1 rings again every minute until it is acknowledged', async ({
    launch,
    dunst,
    notifications: { calls, open },
  }) => {
    const run = await launch(hidden);
    const { id, at } = await raiseDated(run, { title: 'down', severity: 'SEV-1' });
    await moveClock(run.app, at, 45_000);
    await settle(run, calls);
    expect(count(calls(), 'SEV-1 down')).toBe(1);
    await moveClock(run.app, at, minuteMs);
    await waitFor('the second ring', () => count(calls(), 'SEV-1 down') === 2);
    expect(calls().at(-1)?.body).toContain('Still not acknowledged');
    await moveClock(run.app, at, 2 * minuteMs);
    await waitFor('the third ring', () => count(calls(), 'SEV-1 down') === 3);
    await waitFor('them to be one on the screen', () => open().length === 1);

    await run.post(`/v1/pages/${id}/acknowledge`, '');
    await untilDisplayed(dunst, 0);
    // Three more minutes would be three more rings; the incident's own deadlines are further off.
    await moveClock(run.app, at, 2.9 * minuteMs);
    await settle(run, calls);
    expect(count(calls(), 'SEV-1 down')).toBe(3);
  });

  test('SEV-2 rings again every five minutes, and before its deadline', async ({
    launch,
    notificationService: { calls },
  }) => {
    const run = await launch(hidden);
    const { at } = await raiseDated(run, { title: 'slow', severity: 'SEV-2' });
    const rings = (): number => count(calls(), 'SEV-2 slow');
    const lastBody = (): string => calls().findLast(({ summary }) => summary === 'SEV-2 slow')?.body ?? '';
    await moveClock(run.app, at, 2.5 * minuteMs);
    await settle(run, calls);
    expect(rings()).toBe(1);
    await moveClock(run.app, at, 3 * minuteMs);
    await waitFor('the notice that it is due', () => rings() === 2);
    expect(lastBody()).toContain('To be acknowledged within 2 minutes');
    await moveClock(run.app, at, 4.5 * minuteMs);
    await settle(run, calls);
    expect(rings()).toBe(2);
    await moveClock(run.app, at, 5 * minuteMs);
    await waitFor('the repeat after five minutes', () => rings() === 3);
    expect(lastBody()).toContain('Acknowledgement is late');
    await moveClock(run.app, at, 9.5 * minuteMs);
    await settle(run, calls);
    expect(rings()).toBe(3);
    await moveClock(run.app, at, 10 * minuteMs);
    await waitFor('the repeat after ten minutes', () => rings() === 4);
  });

  test('SEV-3 rings once', async ({ launch, notificationService: { calls } }) => {
    const run = await launch(hidden);
    const { at } = await raiseDated(run, { title: 'odd', severity: 'SEV-3' });
    await moveClock(run.app, at, 50 * minuteMs);
    await settle(run, calls);
    expect(count(calls(), 'SEV-3 odd')).toBe(1);
  });

  test('a raised severity rings again', async ({ launch, notificationService: { calls, open } }) => {
    const run = await launch(hidden);
    const id = await raise(run, { title: 'odd', severity: 'SEV-3', key: 'k' });
    await waitFor('the first ring', () => count(calls(), 'SEV-3 odd') === 1);
    expect((await run.post('/v1/pages', { title: 'odd', severity: 'SEV-1', key: 'k' })).body).toMatchObject({
      id,
      duplicate: true,
    });
    await waitFor('the ring at the higher severity', () => count(calls(), 'SEV-1 odd') === 1);
    expect(open().map(({ summary, urgency }) => [summary, urgency])).toEqual([['SEV-1 odd', 'critical']]);
  });
});

test.describe('--for', () => {
  async function acknowledgeFor15(userDataDir: string, run: ReceiverClient): Promise<[string, string]> {
    const id = await raise(run, { title: 'disk', severity: 'SEV-3' });
    const { code } = await tplus(['ack', id, '--for', '15m'], { userDataDir });
    expect(code).toBe(0);
    const { acknowledgedAt } = pageIn(await statusOf(run), id);
    return [id, acknowledgedAt ?? ''];
  }

  test('a page still firing after that rings again', async ({
    launch,
    notificationService: { calls },
    userDataDir,
  }) => {
    const run = await launch(hidden);
    const [id, at] = await acknowledgeFor15(userDataDir, run);
    await moveClock(run.app, at, 14.5 * minuteMs);
    await settle(run, calls);
    expect(pageIn(await statusOf(run), id).status).toBe('acknowledged');
    const before = count(calls(), 'SEV-3 disk');
    await moveClock(run.app, at, 15 * minuteMs);
    await untilStatus(run, 'it to fire again', (status) => pageIn(status, id).status === 'firing');
    await waitFor('it to ring', () => count(calls(), 'SEV-3 disk') === before + 1);
  });

  test('a page resolved by then stays silent', async ({
    launch,
    notificationService: { calls },
    userDataDir,
  }) => {
    const run = await launch(hidden);
    const [id, at] = await acknowledgeFor15(userDataDir, run);
    await run.post(`/v1/pages/${id}/resolve`, '');
    const before = count(calls(), 'SEV-3 disk');
    await moveClock(run.app, at, 16 * minuteMs);
    await settle(run, calls);
    expect(count(calls(), 'SEV-3 disk')).toBe(before);
    expect(pageIn(await statusOf(run), id).status).toBe('resolved');
  });
});
