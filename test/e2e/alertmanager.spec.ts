import type { StatusReport } from '#shared/status.ts';
import type { Alertmanager } from '../support/alertmanager.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, test, type TestFixtures } from '../support/fixtures.ts';
import type { ReceiverClient } from '../support/receiver.ts';
import { waitFor } from '../support/wait-for.ts';
import { hidden, keptPages, statusOf, untilDisplayed, untilOpen, untilStatus } from './app/view.ts';

const labels = { alertname: 'ChatDown', severity: 'critical', service: 'chat' };
const annotations = { summary: 'Chat is down', description: 'No message for 2 minutes' };

const heardAt = ({ sources }: StatusReport): string =>
  sources.find(({ kind }) => kind === 'alertmanager')?.lastHeardAt ?? '';

/** Waits for two more deliveries from now: the first may have been under way already. */
async function untilRedelivered(run: ReceiverClient): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const before = heardAt(await statusOf(run));
    await untilStatus(run, 'another delivery', (status) => heardAt(status) > before);
  }
}

const untilStatuses = (run: ReceiverClient, ...wanted: string[]): Promise<StatusReport> =>
  untilStatus(
    run,
    wanted.join(', '),
    ({ pages }) => pages.map(({ status }) => status).join() === wanted.join(),
  );

/** The app, and an Alertmanager that has one alert to tell it of. */
async function startWithAlert({
  spawn,
  alertmanagerFor,
}: Pick<TestFixtures, 'spawn' | 'alertmanagerFor'>): Promise<{
  run: RunningApp;
  alertmanager: Alertmanager;
}> {
  const run = await spawn(hidden);
  const alertmanager = await alertmanagerFor(run);
  await alertmanager.push([{ labels, annotations }]);
  return { run, alertmanager };
}

test('an alert is in the status, on the screen and in the tray', async ({
  spawn,
  dunst,
  notifications,
  watcher,
  alertmanagerFor,
}) => {
  const { run } = await startWithAlert({ spawn, alertmanagerFor });
  const { pages, alerting, sources } = await untilStatuses(run, 'firing');
  expect(pages[0]).toMatchObject({
    source: 'alertmanager',
    title: 'Chat is down',
    severity: 'SEV-1',
    acknowledgedAt: null,
    incidentId: null,
  });
  expect(alerting.unacknowledged).toBe(1);
  expect(sources).toMatchObject([{ kind: 'alertmanager', state: 'heard' }]);
  const toast = await notifications.answered('the notification', ({ urgency }) => urgency === 'critical');
  expect(toast).toMatchObject({ appName: 'Tplus', summary: 'SEV-1 Chat is down' });
  expect(toast.body).toBe('chat\nNo message for 2 minutes');
  await untilDisplayed(dunst, 1);
  const icon = await watcher.item({ pid: run.pid });
  await waitFor('the tray to tell', async () => (await icon.tooltip()).includes('SEV-1 Chat is down'));
});

test('a group of three alerts is three pages', async ({ spawn, dunst, notifications, alertmanagerFor }) => {
  const run = await spawn(hidden);
  const alertmanager = await alertmanagerFor(run);
  const instances = ['chat-1', 'chat-2', 'chat-3'];
  await alertmanager.push(instances.map((instance) => ({ labels: { ...labels, instance } })));
  const { pages } = await untilStatuses(run, 'firing', 'firing', 'firing');
  expect(pages.map(({ title }) => title).toSorted()).toEqual(
    instances.map((instance) => `ChatDown (${instance})`),
  );
  await untilDisplayed(dunst, 3);
  await untilOpen(notifications, ...instances.map((instance) => `SEV-1 ChatDown (${instance})`));
});

test('an alert that ends resolves its page and closes its notification', async ({
  spawn,
  dunst,
  alertmanagerFor,
}) => {
  const { run, alertmanager } = await startWithAlert({ spawn, alertmanagerFor });
  await untilStatuses(run, 'firing');
  await untilDisplayed(dunst, 1);
  await alertmanager.resolve(labels);
  const { pages, alerting } = await untilStatuses(run, 'resolved');
  expect(pages[0]?.resolvedAt).not.toBeNull();
  expect(alerting.unacknowledged).toBe(0);
  await untilDisplayed(dunst, 0);
});

test('an alert that fires again is a new page', async ({ spawn, notifications, dunst, alertmanagerFor }) => {
  const { run, alertmanager } = await startWithAlert({ spawn, alertmanagerFor });
  await untilStatuses(run, 'firing');
  await alertmanager.resolve(labels);
  await untilStatuses(run, 'resolved');
  await alertmanager.push([{ labels, annotations, startsAt: new Date().toISOString() }]);
  const { pages } = await untilStatuses(run, 'resolved', 'firing');
  const [first, second] = pages;
  expect(second?.id).not.toBe(first?.id);
  expect(second?.key).toBe(first?.key);
  await waitFor('its own notification', () => notifications.calls().length === 2);
  await untilOpen(notifications, 'SEV-1 Chat is down');
  await untilDisplayed(dunst, 1);
});

test('a redelivery makes no second page, nor across a restart', async ({
  spawn,
  notifications,
  dunst,
  alertmanagerFor,
}) => {
  const { run } = await startWithAlert({ spawn, alertmanagerFor });
  const { pages } = await untilStatuses(run, 'firing');
  await untilDisplayed(dunst, 1);
  await untilRedelivered(run);
  expect((await statusOf(run)).pages).toEqual(pages);
  expect(notifications.calls()).toHaveLength(1);

  await run.close();
  await untilDisplayed(dunst, 0);
  const next = await spawn(hidden);
  // Raised anew by the new run, and once.
  await untilDisplayed(dunst, 1);
  await untilRedelivered(next);
  expect((await statusOf(next)).pages).toEqual(pages);
  expect((await keptPages(next)).map(({ id }) => id)).toEqual(pages.map(({ id }) => id));
  expect(notifications.calls()).toHaveLength(2);
  expect(await dunst.displayed()).toBe(1);
});

test('an alert that ended while the app was away resolves its page once it is back', async ({
  spawn,
  alertmanagerFor,
}) => {
  const { run, alertmanager } = await startWithAlert({ spawn, alertmanagerFor });
  await untilStatuses(run, 'firing');
  await run.kill();
  await alertmanager.resolve(labels);
  const next = await spawn(hidden);
  await untilStatuses(next, 'resolved');
});
