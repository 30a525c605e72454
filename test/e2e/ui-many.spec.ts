import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { raise, statusOf, untilStatus } from './app/view.ts';
import { takeIncident } from './ui/incident.ts';
import { goTo, parts } from './ui/parts.ts';

const many = 1000;
const atOnce = 20;
/** Lines in sight of any window, and some around it. */
const drawn = 80;

async function storm(run: LaunchedApp): Promise<void> {
  const one = async (sender: number): Promise<void> => {
    for (let index = sender; index < many; index += atOnce)
      await raise(run, {
        title: `page ${index}`,
        severity: index === 700 ? 'SEV-1' : 'SEV-3',
        key: `k${index}`,
      });
  };
  await Promise.all(Array.from({ length: atOnce }, (_, sender) => one(sender)));
}

/** Not a measure: a thousand of something are a lot of work on a machine that is busy with other work. */
const patienceMs = 300_000;
/** Not a measure: a window that is stuck for longer than this cannot be used, whatever else the machine does. */
const usableMs = 20_000;
/** How long the window took to draw the next frame but one. */
const frame = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
      }),
  );

test('a thousand pages: the list stays usable, and taking all of them makes one incident', async ({
  launch,
}) => {
  test.setTimeout(900_000);
  const run = await launch();
  const page = await run.page();
  await storm(run);
  const { pages, clock, list, page: detail } = parts(page);
  await expect(pages.getByRole('heading')).toHaveText(`Pages ${many}`, { timeout: patienceMs });
  // The worst is on top, whenever it came.
  await expect(pages.getByRole('listitem').first()).toContainText('page 700');
  await pages.getByRole('listitem').nth(1).getByRole('button').click();
  await expect(detail.getByRole('heading', { level: 1 })).toHaveText(/^page \d+$/);
  expect(await frame(page)).toBeLessThan(usableMs);
  // Only what is in sight is drawn, and the keys go through all of it.
  await expect(pages.getByRole('listitem').first()).toHaveAttribute('aria-setsize', `${many}`);
  expect(await pages.getByRole('listitem').count()).toBeLessThan(drawn);
  await page.keyboard.press('End');
  const last = pages.locator('li:focus-within');
  await expect(last).toHaveAttribute('aria-posinset', `${many}`);
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await expect(pages.locator(`[aria-posinset="${many - 5}"]`)).toBeInViewport();
  expect(await pages.getByRole('listitem').count()).toBeLessThan(drawn);
  await page.keyboard.press('Home');
  await expect(pages.locator('li:focus-within')).toHaveAttribute('aria-posinset', '1');
  await expect(pages.getByText('page 700')).toBeInViewport();
  expect(await frame(page)).toBeLessThan(usableMs);

  await pages.getByRole('button', { name: 'Select pages' }).click();
  await pages.getByRole('checkbox', { name: 'Select page 700' }).check();
  await expect(pages.getByRole('button', { name: 'Acknowledge 1', exact: true })).toBeEnabled();
  await pages.getByRole('button', { name: `Acknowledge all ${many}` }).click();
  const question = page.getByRole('dialog', { name: `Acknowledge ${many} pages?` });
  await question.getByRole('button', { name: `Acknowledge ${many}` }).click();
  await expect(clock.getByRole('heading', { level: 1, name: 'page 700' })).toBeVisible({
    timeout: patienceMs,
  });
  await expect(clock.getByText('SEV-1', { exact: true })).toBeVisible();
  await expect(pages.getByText('No page is waiting.')).toBeVisible();
  const { incidents, pages: kept, alerting } = await statusOf(run);
  expect(incidents).toHaveLength(1);
  expect(alerting.unacknowledged).toBe(0);
  expect(new Set(kept.map(({ incidentId }) => incidentId))).toEqual(new Set([incidents[0]?.id]));
  expect(kept).toHaveLength(many);
  await expect(page.getByText(`${many} pages`)).toBeVisible();
  await expect(list.getByRole('region', { name: 'Being handled' }).getByRole('listitem')).toHaveCount(1);
});

test('an incident of a thousand events opens, before and after a start', async ({ launch }) => {
  test.slow();
  const run = await launch();
  const page = await run.page();
  const { incidentId } = await takeIncident(run, page, { declare: true });
  await page.evaluate(
    async ({ id, count }) => {
      const note = (index: number) =>
        window.tplus.request['command.run']({ type: 'add-note', incidentId: id, text: `note ${index}` });
      await Promise.all(Array.from({ length: count }, (_, index) => note(index)));
    },
    { id: incidentId, count: many },
  );
  const expectAll = async (shown: Page): Promise<void> => {
    const { timeline, checklist } = parts(shown);
    await expect(timeline.getByText(/^Note: note \d+$/).first()).toBeVisible();
    const box = checklist.getByRole('checkbox').first();
    await box.click();
    await expect(box).toBeChecked();
    expect(await frame(shown)).toBeLessThan(usableMs);
    await timeline.getByRole('button', { name: /^Show all 1\d{3} entries$/ }).click();
    await expect(timeline.getByText('note 0', { exact: false }).first()).toBeAttached();
    await expect(timeline.getByText(/^Note: note \d+$/)).toHaveCount(many);
    await box.click();
    await expect(box).not.toBeChecked();
  };
  await expectAll(page);
  await run.close();
  const again = await launch();
  const shown = await again.page();
  await untilStatus(again, 'the incident', ({ incidents }) => incidents.length === 1);
  await goTo(shown, 'Incidents');
  await expect(parts(shown).clock).toBeVisible();
  await expectAll(shown);
});
