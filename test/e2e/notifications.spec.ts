import type { StatusReport } from '#shared/status.ts';
import { tplus } from '../support/cli.ts';
import { expect, test } from '../support/fixtures.ts';
import type { NotificationService } from '../support/notification-service.ts';
import type { NotifyCall } from '../support/notify-call.ts';
import type { ReceiverClient } from '../support/receiver.ts';
import { waitFor } from '../support/wait-for.ts';
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

const count = (calls: readonly NotifyCall[], summary: string): number =>
  calls.filter((call) => call.summary === summary).length;

/**
 * Notifications come in the order in which they were decided, so once that of a new page is there, whatever the app
 * had to say before it has been said.
 */
async function settle(run: ReceiverClient, calls: () => readonly NotifyCall[]): Promise<void> {
  const title = `marker ${calls().length}`;
  const id = await raise(run, { title, severity: 'SEV-4' });
  await waitFor('the marker', () => count(calls(), `SEV-4 ${title}`) > 0);
  await run.post(`/v1/pages/${id}/resolve`, '');
}

/** @returns the page's id, and when it was received */
async function raiseDated(
  run: ReceiverClient,
  page: Readonly<Record<string, unknown>>,
): Promise<{ id: string; at: string }> {
  const id = await raise(run, page);
  return { id, at: pageIn(await statusOf(run), id).receivedAt };
}

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

test.describe('deadlines of an incident', () => {
  async function openIncident(run: ReceiverClient, severity: string): Promise<string> {
    const id = await raise(run, { title: 'down', severity });
    expect((await run.post(`/v1/pages/${id}/acknowledge`, '')).status).toBe(200);
    const [incident] = (await statusOf(run)).incidents;
    return incident?.detectedAt ?? '';
  }
  const deadlineCalls = (calls: readonly NotifyCall[]): NotifyCall[] =>
    calls.filter(({ summary }) => /due|late/i.test(summary));
  const states = ({ incidents }: StatusReport): Record<string, string> =>
    Object.fromEntries((incidents[0]?.milestones ?? []).map(({ id, state }) => [id, state]));

  test('a milestone is announced before its deadline and when it is late', async ({
    launch,
    notificationService: { calls, open },
  }) => {
    const run = await launch(hidden);
    const at = await openIncident(run, 'SEV-1');
    const time = new Date(Date.parse(at) + 5 * minuteMs).toISOString().slice(11, 16);
    await moveClock(run.app, at, 2.5 * minuteMs);
    await settle(run, calls);
    expect(deadlineCalls(calls())).toEqual([]);
    await moveClock(run.app, at, 3 * minuteMs);
    await waitFor('the notice before', () => count(calls(), `Declare due at ${time}`) === 1);
    expect(states(await statusOf(run))).toMatchObject({ acknowledge: 'met', declare: 'due' });
    await moveClock(run.app, at, 5 * minuteMs);
    await waitFor(
      'the notice of being late',
      () => count(calls(), `Declare is late (was due ${time})`) === 1,
    );
    expect(states(await statusOf(run))).toMatchObject({ declare: 'late', assemble: 'upcoming' });
    expect(deadlineCalls(open()).map(({ summary, urgency, body }) => [summary, urgency, body])).toEqual([
      [`Declare is late (was due ${time})`, 'critical', 'SEV-1 down'],
    ]);
  });

  test('deadlines that passed together are one notice', async ({
    launch,
    notificationService: { calls },
  }) => {
    const run = await launch(hidden);
    const at = await openIncident(run, 'SEV-1');
    await moveClock(run.app, at, 35 * minuteMs);
    await waitFor('the notice', () => deadlineCalls(calls()).length > 0);
    await settle(run, calls);
    expect(deadlineCalls(calls()).map(({ summary }) => summary)).toEqual([
      'Late: Declare, Assemble, Diagnose',
    ]);
  });

  test('a page that comes in long after its deadlines rings once', async ({
    launch,
    notificationService: { calls },
  }) => {
    const run = await launch(hidden);
    await raise(run, {
      title: 'old',
      severity: 'SEV-1',
      startedAt: new Date(Date.now() - 120 * minuteMs).toISOString(),
    });
    await settle(run, calls);
    expect(calls().map(({ summary }) => summary)).toEqual(['SEV-1 old', 'SEV-4 marker 0']);
    expect(calls()[0]?.body).toContain('Acknowledgement is late');
  });

  test('a status update that is due is announced', async ({ launch, notificationService: { calls } }) => {
    const run = await launch();
    const page = await run.page();
    const id = await raise(run, { title: 'down', severity: 'SEV-1' });
    await page.evaluate(
      (pageId) =>
        window.tplus.request['command.run']({ type: 'acknowledge', pageIds: [pageId], declare: true }),
      id,
    );
    const [incident] = (await statusOf(run)).incidents;
    const due = incident?.updateDueAt ?? '';
    expect(Date.parse(due)).toBeGreaterThan(Date.now() + 14 * minuteMs);
    await moveClock(run.app, due, 0);
    const summary = `Status update due (${due.slice(11, 16)})`;
    await waitFor('the notice', () => count(calls(), summary) === 1);
    // Missed for as long again: it says so again.
    await moveClock(run.app, due, 15 * minuteMs);
    await waitFor('the next notice', () => count(calls(), summary) === 2);
  });
});
