import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { TrayItem } from '../support/tray-item.ts';
import { waitFor } from '../support/wait-for.ts';
import { pageIn, raise, statusOf, untilStatus } from './app/view.ts';
import { command, takeIncident } from './ui/incident.ts';
import { entriesOf, leaveField, parts } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** Several incidents at once: through them by keys, pages moved, incidents merged and parted, what looks alike offered. */

const shown = (page: Page, title: string): Promise<void> =>
  expect(page.getByRole('main').getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
const handled = (page: Page) =>
  parts(page).list.getByRole('region', { name: 'Being handled' }).getByRole('listitem');

async function go(page: Page, key: string, title: string): Promise<void> {
  await page.keyboard.press(key);
  await shown(page, title);
}

async function choose(page: Page, item: string): Promise<void> {
  await parts(page).clock.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Nothing spills, and nothing serious stands in the way of assistive technology, once it has settled. */
async function expectSound(page: Page): Promise<void> {
  await expect.poll(() => layoutTroubles(page)).toEqual([]);
  await expect
    .poll(async () => (await axeViolations(page)).filter((each) => /^(serious|critical)/.test(each)))
    .toEqual([]);
}

async function untilTray(
  item: TrayItem,
  what: string,
  holds: (labels: readonly string[]) => boolean,
): Promise<void> {
  await waitFor(`the tray to have ${what}`, async () => {
    const labels = (await item.menu()).map(({ label }) => label);
    if (!holds(labels)) throw new Error(labels.join('\n'));
    return true;
  });
}

test('three incidents and five pages: switched by keys, a page moved, an incident merged, and all undone', async ({
  launch,
  watcher,
}) => {
  const run = await launch();
  const item = await watcher.item({ pid: run.pid });
  const page = await run.page();
  const disk = await takeIncident(run, page, { title: 'Disk full', service: 'db', severity: 'SEV-2' });
  const queue = await takeIncident(run, page, { title: 'Queue grows', service: 'mail', severity: 'SEV-3' });
  const network = await takeIncident(run, page, { title: 'Network slow', service: 'net', severity: 'SEV-2' });
  const waiting = await raise(run, { title: 'Checkout down', service: 'shop', severity: 'SEV-1' });
  const alike = await raise(run, {
    title: 'Disk of db-2 full',
    service: 'db',
    severity: 'SEV-4',
    key: 'db-2',
  });
  await expect(parts(page).pages.getByRole('listitem')).toHaveCount(2);

  // Most urgent first, whatever it is: the page that is due at once, the incidents, the page that has a day.
  await leaveField(page);
  await go(page, '[', 'Disk full');
  await go(page, '[', 'Checkout down');
  await go(page, '[', 'Disk of db-2 full');
  await go(page, '[', 'Queue grows');
  await go(page, ']', 'Disk of db-2 full');
  await go(page, ']', 'Checkout down');
  await go(page, ']', 'Disk full');

  // What looks alike is offered, and rings on until somebody joins it.
  const offer = page.getByRole('region', { name: 'Similar open pages' });
  await expect(offer).toContainText('1 similar open page: Disk of db-2 full');
  expect(
    pageIn(await untilStatus(run, 'two waiting', ({ alerting }) => alerting.unacknowledged === 2), alike),
  ).toMatchObject({
    status: 'firing',
    incidentId: null,
  });
  await expectSound(page);
  await offer.getByRole('button', { name: 'Join 1 page' }).click();
  await expect(offer).toBeHidden();
  await untilStatus(
    run,
    'it to be of the incident',
    (status) => pageIn(status, alike).incidentId === disk.incidentId,
  );

  // Moved: found by a part of its name, without the mouse.
  await page.getByRole('button', { name: '2 pages' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Move to…: Disk of db-2 full' }).click();
  await page.getByRole('textbox', { name: 'Find an incident' }).fill('net');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Pages of this incident' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Move / })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await untilStatus(run, 'the move', (status) => pageIn(status, alike).incidentId === network.incidentId);
  const { timeline, clock } = parts(page);
  await expect(timeline.getByText('Page moved to “Network slow”: Disk of db-2 full')).toBeVisible();

  // Merged: gone from the list, the tray and the report; its page is where it went.
  await untilTray(item, 'all three', (labels) => labels.some((label) => label.startsWith('SEV-2 Disk full')));
  await choose(page, 'Merge into…');
  const question = page.getByRole('dialog', { name: 'Merge “Disk full” into which incident?' });
  await question.getByRole('radio', { name: 'Network slow' }).check();
  await expectSound(page);
  await question.getByRole('button', { name: 'Merge' }).click();
  await expect(clock.getByRole('heading', { level: 1, name: 'Network slow' })).toBeVisible();
  await expect(timeline.getByText(/^Took over “Disk full”/)).toBeVisible();
  await expect(handled(page)).toHaveCount(2);
  const merged = await untilStatus(run, 'two incidents', ({ incidents }) => incidents.length === 2);
  expect(merged.incidents.map(({ id }) => id).toSorted()).toEqual(
    [queue.incidentId, network.incidentId].toSorted(),
  );
  for (const id of [disk.pageId, alike, network.pageId])
    expect(pageIn(merged, id).incidentId).toBe(network.incidentId);
  await untilTray(
    item,
    'the merged one no more',
    (labels) => !labels.some((label) => label.includes('Disk full')),
  );

  // From the one it went into back to it, where only its story is left.
  await page.getByRole('button', { name: '3 pages' }).click();
  await expectSound(page);
  await page
    .getByRole('region', { name: 'Merged into this one' })
    .getByRole('button', { name: 'Disk full' })
    .click();
  await shown(page, 'Disk full');
  await expect(clock).toBeHidden();
  await expect.poll(() => entriesOf(timeline)).toContain('Page: Disk full');
  expect((await entriesOf(timeline))[0]).toBe('Merged into “Network slow”');
  await expectSound(page);
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(clock.getByRole('heading', { level: 1, name: 'Disk full' })).toBeVisible();
  await expect(handled(page)).toHaveCount(3);
  await untilTray(item, 'it again', (labels) => labels.some((label) => label.startsWith('SEV-2 Disk full')));

  // The move is undone where the page left.
  const moved = timeline.getByRole('listitem').filter({ hasText: 'Page moved to “Network slow”' }).first();
  await moved.getByRole('button', { name: 'Actions for this entry' }).click();
  await page.getByRole('menuitem', { name: 'Undo' }).click();
  const undone = await untilStatus(
    run,
    'all as it was',
    (status) => pageIn(status, alike).incidentId === disk.incidentId,
  );
  expect(pageIn(undone, disk.pageId).incidentId).toBe(disk.incidentId);
  expect(pageIn(undone, network.pageId).incidentId).toBe(network.incidentId);
  expect(pageIn(undone, waiting)).toMatchObject({ status: 'firing', incidentId: null });
  await expect(page.getByRole('button', { name: '2 pages' })).toBeVisible();
});

test('after a start, what was merged is still over, and still told', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const { incidentId: from } = await takeIncident(run, page, { title: 'Disk full', service: 'db' });
  const into = await takeIncident(run, page, { title: 'Network slow', service: 'net', severity: 'SEV-2' });
  await command(page, { type: 'merge-incidents', from, into: into.incidentId });
  await expect(handled(page)).toHaveCount(1);
  await run.close();
  const again = await launch();
  const window = await again.page();
  await expect(handled(window)).toHaveCount(1);
  await shown(window, 'Network slow');
  await expect(parts(window).timeline.getByText('Took over “Disk full”')).toBeVisible();
  await parts(window).list.getByText('Ended in the last 24 hours').click();
  await parts(window)
    .list.getByRole('button', { name: /Disk full/ })
    .click();
  await expect(window.getByRole('button', { name: 'Go to that incident' })).toBeVisible();
  const { incidents } = await statusOf(again);
  expect(incidents.map(({ id }) => id)).toEqual([into.incidentId]);
});
