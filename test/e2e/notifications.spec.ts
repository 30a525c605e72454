import { expect, test } from '../support/fixtures.ts';
import type { NotificationService } from '../support/notification-service.ts';
import type { NotifyCall } from '../support/notify-call.ts';
import type { ReceiverClient } from '../support/receiver.ts';
import { waitFor } from '../support/wait-for.ts';
import { count, raiseDated } from './app/rings.ts';
import {
  hidden,
  minuteMs,
  moveClock,
  pageIn,
  raise,
  recordDestinations,
  statusOf,
  untilDisplayed,
  untilStatus,
  visibleWindows,
} from './app/view.ts';

/** What a notification shows, what its buttons do, and how many of them a storm is. */

const firstShown = (service: NotificationService): Promise<NotifyCall> =>
  service.called('the notification', ({ id }) => id !== undefined);

const idOf = ({ id }: NotifyCall): number => id ?? Number.NaN;

test.describe('on a real desktop', () => {
  test('each severity has its urgency', async ({ spawn, dunst, notifications }) => {
    const run = await spawn(hidden);
    for (const severity of ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'])
      await raise(run, { title: 'down', severity, key: severity });
    await untilDisplayed(dunst, 4);
    await expect
      .poll(() => notifications.calls().map(({ summary, urgency }) => [summary, urgency]))
      .toEqual([
        ['SEV-1 down', 'critical'],
        ['SEV-2 down', 'critical'],
        ['SEV-3 down', 'normal'],
        ['SEV-4 down', 'low'],
      ]);
    await untilStatus(run, 'the outcome', ({ alerting }) => alerting.native === 'shown');
  });

  test('a title and a summary that look like markup are shown as they are', async ({
    spawn,
    dunst,
    notifications,
  }) => {
    const run = await spawn(hidden);
    const hostile = '<b>x</b> &amp; <img src="file:///etc/passwd">';
    await raise(run, { title: hostile, summary: hostile, severity: 'SEV-3' });
    const call = await notifications.answered('the notification', () => true);
    expect(call.summary).toBe(`SEV-3 ${hostile}`);
    expect(call.body).not.toMatch(/[<>]/);
    await dunst.closeAll();
    const [shown] = await dunst.history();
    expect(shown?.summary).toBe(`SEV-3 ${hostile}`);
    expect(shown?.body).toContain('&lt;b&gt;x&lt;/b&gt; &amp;amp; &lt;img');
  });

  test('a click opens the window on the page', async ({ launch, dunst, notifications }) => {
    const run = await launch(hidden);
    const destinations = await recordDestinations(run);
    const pageId = await raise(run, { title: 'down', severity: 'SEV-1' });
    await notifications.answered('the notification', () => true);
    expect(await visibleWindows(run.app)).toBe(0);
    await dunst.clickDefault();
    await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
    await expect.poll(destinations).toEqual([{ place: 'page', pageId }]);
    expect(pageIn(await statusOf(run), pageId).status).toBe('firing');
  });

  test('quitting leaves no notification behind', async ({ spawn, dunst }) => {
    const run = await spawn(hidden);
    await raise(run, { title: 'down', severity: 'SEV-1' });
    await untilDisplayed(dunst, 1);
    await run.close();
    await untilDisplayed(dunst, 0);
  });
});

test.describe('buttons', () => {
  test('Acknowledge acknowledges, closes, and brings up no window', async ({
    launch,
    notificationService: service,
    notifications,
  }) => {
    const run = await launch(hidden);
    const id = await raise(run, { title: 'down', severity: 'SEV-1' });
    const call = await firstShown(service);
    expect(call.actions).toEqual([
      { key: 'default', label: 'Open' },
      { key: 'acknowledge', label: 'Acknowledge' },
      { key: 'open', label: 'Open' },
    ]);
    service.invokeAction(idOf(call), 'acknowledge');
    const status = await untilStatus(
      run,
      'it to be acknowledged',
      (each) => pageIn(each, id).status !== 'firing',
    );
    expect(pageIn(status, id)).toMatchObject({ status: 'acknowledged' });
    expect(status.incidents).toMatchObject([{ title: 'down', severity: 'SEV-1' }]);
    expect(status.alerting.unacknowledged).toBe(0);
    // Not every daemon closes what was answered: the app asks for it.
    await waitFor('the app to close it', () =>
      notifications.closeRequests().some((each) => each.id === call.id),
    );
    expect(service.open()).toEqual([]);
    expect(await visibleWindows(run.app)).toBe(0);
  });

  test('Open opens the window on the page and acknowledges nothing', async ({
    launch,
    notificationService: service,
  }) => {
    const run = await launch(hidden);
    const destinations = await recordDestinations(run);
    await raise(run, { title: 'another', severity: 'SEV-3' });
    const pageId = await raise(run, { title: 'down', severity: 'SEV-1' });
    const call = await service.called(
      'the notification',
      (each) => each.id !== undefined && each.summary === 'SEV-1 down',
    );
    service.invokeAction(idOf(call), 'open');
    await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
    await expect.poll(destinations).toEqual([{ place: 'page', pageId }]);
    expect((await statusOf(run)).alerting.unacknowledged).toBe(2);
  });

  test('dismissing is not acknowledging: it rings again', async ({
    launch,
    notificationService: service,
  }) => {
    const run = await launch(hidden);
    const { id, at } = await raiseDated(run, { title: 'down', severity: 'SEV-1' });
    const call = await firstShown(service);
    service.dismiss(idOf(call));
    await moveClock(run.app, at, minuteMs);
    await waitFor('it to ring again', () => count(service.calls(), 'SEV-1 down') === 2);
    expect(pageIn(await statusOf(run), id).status).toBe('firing');
  });
});

test.describe('a storm', () => {
  async function storm(
    run: ReceiverClient,
    pages: number,
    severityOf: (index: number) => string,
  ): Promise<void> {
    for (let index = 0; index < pages; index += 1)
      await raise(run, { title: `page ${index}`, severity: severityOf(index), key: `k${index}` });
  }

  test('is five notifications and a summary that counts on', async ({
    launch,
    notificationService: service,
  }) => {
    const run = await launch(hidden);
    await storm(run, 20, () => 'SEV-2');
    const shown = (): string[] => service.open().map(({ summary }) => summary);
    const five = ['SEV-2 page 0', 'SEV-2 page 1', 'SEV-2 page 2', 'SEV-2 page 3', 'SEV-2 page 4'];
    await waitFor('the summary of fifteen', () => shown().includes('15 pages waiting, worst SEV-2'));
    expect(shown().toSorted()).toEqual(['15 pages waiting, worst SEV-2', ...five]);
    await raise(run, { title: 'one more', severity: 'SEV-2' });
    await waitFor('it to count on', () => shown().includes('16 pages waiting, worst SEV-2'));
    expect(shown().toSorted()).toEqual(['16 pages waiting, worst SEV-2', ...five]);
    expect((await statusOf(run)).alerting.unacknowledged).toBe(21);
    expect(five.map((summary) => count(service.calls(), summary))).toEqual([1, 1, 1, 1, 1]);
  });

  test('still shows its first three SEV-1 pages each on its own', async ({
    launch,
    notificationService: service,
  }) => {
    const run = await launch(hidden);
    await storm(run, 12, (index) => (index >= 5 && index < 9 ? 'SEV-1' : 'SEV-2'));
    const { open, calls } = service;
    await waitFor('the summary', () => open().some(({ summary }) => summary.startsWith('12 pages waiting')));
    const own = open().flatMap(({ summary }) => /^SEV-1 .*/.exec(summary) ?? []);
    expect(own.toSorted()).toEqual(['SEV-1 page 5', 'SEV-1 page 6', 'SEV-1 page 7']);
    expect(open()).toHaveLength(5 + 3 + 1);
    // More pages must not make the first ones ring again.
    expect(own.map((summary) => count(calls(), summary))).toEqual([1, 1, 1]);
    expect(count(calls(), 'SEV-2 page 0')).toBe(1);
  });
});
