import { startDesktop } from '../support/desktop.ts';
import { expect, test } from '../support/fixtures.ts';
import { startStatusNotifierWatcher } from '../support/status-notifier-watcher.ts';
import type { MenuEntry, TrayItem } from '../support/tray-item.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  hidden,
  minuteMs,
  moveClock,
  pageIn,
  raise,
  reasonsOf,
  recordDestinations,
  statusOf,
  untilDisplayed,
  untilStatus,
  visibleWindows,
} from './app/view.ts';

const labels = (entries: readonly MenuEntry[]): string[] =>
  entries.filter(({ type }) => type === 'standard').map(({ label }) => label);

async function untilTooltip(item: TrayItem, text: string): Promise<string> {
  return waitFor(`the tray to say ${text}`, async () => {
    const tooltip = await item.tooltip();
    if (!tooltip.includes(text)) throw new Error(tooltip);
    return tooltip;
  });
}

/** Waits for another picture than those. @returns it, as a hash */
async function untilPicture(item: TrayItem, others: readonly string[]): Promise<string> {
  return waitFor('another picture', async () => {
    const { hash } = await item.iconPixels();
    return others.includes(hash) ? undefined : hash;
  });
}

test('the icon tells quiet, firing and late apart', async ({ launch, watcher, dunst }) => {
  const run = await launch(hidden);
  const item = await watcher.item({ pid: run.pid });
  const quiet = (await item.iconPixels()).hash;
  expect(await untilTooltip(item, 'nothing open')).toBe('Tplus: nothing open');
  const id = await raise(run, { title: 'Chat is down', severity: 'SEV-1' });
  const { startedAt } = pageIn(await statusOf(run), id);
  const time = new Date(Date.parse(startedAt)).toISOString().slice(11, 16);
  await untilDisplayed(dunst, 1);
  expect(await untilTooltip(item, '1 open')).toBe(
    `Tplus: 1 open\nSEV-1 Chat is down\nAcknowledge by ${time}`,
  );
  const firing = await untilPicture(item, [quiet]);
  await moveClock(run.app, startedAt, 5 * minuteMs);
  await untilTooltip(item, `Acknowledge late since ${time}`);
  await untilPicture(item, [quiet, firing]);
  await run.post(`/v1/pages/${id}/resolve`, '');
  await untilTooltip(item, 'nothing open');
  await expect.poll(async () => (await item.iconPixels()).hash).toBe(quiet);
});

test('the icon tells that something does not work', async ({ spawn, watcher }) => {
  const run = await spawn(hidden);
  const item = await watcher.item({ pid: run.pid });
  await run.receiver();
  await untilTooltip(item, 'nothing open');
  const quiet = (await item.iconPixels()).hash;
  // There is no daemon to show it.
  const id = await raise(run, { title: 'down', severity: 'SEV-2' });
  await untilStatus(run, 'the outcome', ({ alerting }) => alerting.native === 'no-daemon');
  expect(await untilTooltip(item, 'not fully working')).toContain('SEV-2 down');
  await run.post(`/v1/pages/${id}/resolve`, '');
  await waitFor(
    'the degraded state alone',
    async () => (await item.tooltip()) === 'Tplus: not fully working',
  );
  await untilPicture(item, [quiet]);
});

test('the menu lists pages, worst first, each with what can be done', async ({ spawn, watcher, dunst }) => {
  const run = await spawn(hidden);
  const item = await watcher.item({ pid: run.pid });
  await run.receiver();
  await expect.poll(async () => labels(await item.menu())).toEqual(['Nothing open', 'Open Tplus', 'Quit']);
  await raise(run, { title: 'typo', severity: 'SEV-4' });
  await raise(run, { title: 'down', severity: 'SEV-1' });
  await untilDisplayed(dunst, 2);
  const entries = await waitFor('both in the menu', async () => {
    const menu = await item.menu();
    return labels(menu).length === 4 ? menu : undefined;
  });
  const [first, second, ...rest] = labels(entries);
  expect(first).toMatch(/^SEV-1 down · Acknowledge by \d\d:\d\d$/);
  expect(second).toMatch(/^SEV-4 typo · Acknowledge by \d\d:\d\d$/);
  expect(rest).toEqual(['Open Tplus', 'Quit']);
  expect(labels(entries[0]?.children ?? [])).toEqual(['Acknowledge', 'Open']);
});

test('a hostile title is literal in menu and hover text', async ({ spawn, watcher }) => {
  const run = await spawn(hidden);
  const item = await watcher.item({ pid: run.pid });
  const hostile = 'A && B _c_ <b>&amp;</b> %s';
  await raise(run, { title: hostile, severity: 'SEV-1' });
  await untilTooltip(item, `SEV-1 ${hostile}`);
  await waitFor('the title in the menu', async () =>
    labels(await item.menu()).some((label) => label.startsWith(`SEV-1 ${hostile} · `)),
  );
});

test('Acknowledge in the menu acknowledges, without a window', async ({ launch, watcher }) => {
  const run = await launch(hidden);
  const item = await watcher.item({ pid: run.pid });
  const id = await raise(run, { title: 'down', severity: 'SEV-1' });
  await untilTooltip(item, 'SEV-1 down');
  await item.clickMenu('Acknowledge');
  await untilStatus(run, 'it to be taken', (status) => pageIn(status, id).status === 'acknowledged');
  expect(await visibleWindows(run.app)).toBe(0);
  // What is left is its incident.
  await waitFor('its incident in the menu', async () =>
    (await item.menu()).some(({ children }) => labels(children).includes('Copy status update')),
  );
});

test('Copy status update puts one on the clipboard, and opens what is still missing', async ({
  launch,
  watcher,
  clipboard,
}) => {
  const run = await launch(hidden);
  const destinations = await recordDestinations(run);
  const item = await watcher.item({ pid: run.pid });
  const id = await raise(run, { title: 'down', severity: 'SEV-1' });
  await run.post(`/v1/pages/${id}/acknowledge`, '');
  const { incidents } = await statusOf(run);
  await waitFor('its incident in the menu', async () =>
    (await item.menu()).some(({ children }) => labels(children).includes('Copy status update')),
  );
  await item.clickMenu('Copy status update');
  const text = await waitFor('the clipboard', () => clipboard.read());
  expect(text).toContain('*STATUS UPDATE* (T+0min)');
  expect(await clipboard.read('text/html')).toContain('STATUS UPDATE');
  await expect
    .poll(destinations)
    .toEqual([{ place: 'incident', incidentId: incidents[0]?.id, composer: true }]);
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
});

test('Open of a page opens the window on it', async ({ launch, watcher }) => {
  const run = await launch(hidden);
  const destinations = await recordDestinations(run);
  const item = await watcher.item({ pid: run.pid });
  const pageId = await raise(run, { title: 'down', severity: 'SEV-1' });
  await untilTooltip(item, 'SEV-1 down');
  await item.clickMenu('Open');
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  await expect.poll(destinations).toEqual([{ place: 'page', pageId }]);
});

test('a click on the icon, and Open Tplus, bring the window up', async ({ launch, watcher }) => {
  const run = await launch(hidden);
  const item = await watcher.item({ pid: run.pid });
  expect(await visibleWindows(run.app)).toBe(0);
  await item.activate();
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await waitFor('the window to hide', async () => (await visibleWindows(run.app)) === 0);
  await item.clickMenu('Open Tplus');
  await waitFor('the window again', async () => (await visibleWindows(run.app)) === 1);
});

test('Quit quits', async ({ spawn, watcher }) => {
  const run = await spawn(hidden);
  const item = await watcher.item({ pid: run.pid });
  await run.receiver();
  await item.clickMenu('Quit');
  await waitFor('the app to go', () => !run.isRunning());
});

test('with no tray, the status says so; one that comes up later is used', async ({ spawn }) => {
  const desktop = await startDesktop();
  try {
    const run = await spawn({ ...hidden, desktop });
    const without = await untilStatus(
      run,
      'the tray to be known',
      ({ alerting }) => alerting.tray !== 'unknown',
    );
    expect(without.alerting.tray).toBe('no-host');
    expect(reasonsOf(without)).toEqual(['no-tray-host']);
    await raise(run, { title: 'down', severity: 'SEV-1' });
    const watcher = await startStatusNotifierWatcher(desktop);
    const item = await watcher.item({ pid: run.pid });
    await untilTooltip(item, 'SEV-1 down');
    const status = await untilStatus(run, 'the tray', ({ alerting }) => alerting.tray === 'shown');
    expect(reasonsOf(status)).not.toContain('no-tray-host');
    await item.clickMenu('Acknowledge');
    await untilStatus(run, 'its menu to work', ({ alerting }) => alerting.unacknowledged === 0);

    watcher.stop();
    await untilStatus(run, 'the tray to be missed', ({ alerting }) => alerting.tray === 'no-host');
    await run.close();
  } finally {
    await desktop.stop();
  }
});
