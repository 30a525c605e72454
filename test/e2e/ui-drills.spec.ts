import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { hidden, minuteMs, moveClock, raise, statusOf, stopClock, untilStatus } from './app/view.ts';
import { command } from './ui/incident.ts';

/** Drills and training (process document 8): down the real path, marked, judged, and over when they are over. */

const START = { type: 'start-drill', scenario: 'slow-api', language: 'en', everyoneKnows: true } as const;
/** What the first page of that scenario is called. */
const TITLE = 'API responses take over 2 s (p95)';

const goToDrills = (page: Page): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: 'Drills and training' })
    .click();

test('a drill from its start to its debrief: marked everywhere, and a real page rings as ever', async ({
  launch,
  dunst,
  notifications,
  watcher,
  clipboard,
}) => {
  const run = await launch();
  const page = await run.page();
  const summaries = (): string[] => notifications.calls().map(({ summary }) => summary);
  const item = await watcher.item({ pid: run.pid });
  const start = await stopClock(run.app);

  await goToDrills(page);
  await page.getByRole('button', { name: 'Start drill: API response delay (500 ms → 5 s)' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Always have a rollback plan ready')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Start drill' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /Everyone who takes part knows/ }).check();
  await dialog.getByRole('button', { name: 'Start drill' }).click();
  await expect(page.getByText('Drill running: API response delay (500 ms → 5 s)')).toBeVisible();
  const running = page.getByRole('region', { name: /^Running/ });
  await expect(running).not.toContainText(TITLE);
  await running.getByRole('button', { name: 'Show what comes next' }).click();
  await expect(running).toContainText(`Next, in 1:00 SEV-3 page: ${TITLE}`);

  await moveClock(run.app, start, 2 * minuteMs);
  await waitFor('the drill to page', () => summaries().includes(`DRILL · SEV-3 ${TITLE}`));
  await moveClock(run.app, start, 8 * minuteMs);
  await waitFor('the drill to ring', () => summaries().includes(`DRILL · SEV-2 ${TITLE}`));
  expect(await item.tooltip()).toContain(`DRILL · SEV-2 ${TITLE}`);
  const realId = await raise(run, { title: 'Checkout is down', severity: 'SEV-1' });
  await waitFor('the real page to ring', () => summaries().includes('SEV-1 Checkout is down'));
  expect(await item.tooltip()).toMatch(/\nSEV-1 Checkout is down\n/);
  const { pages } = await statusOf(run);
  expect(pages.find(({ id }) => id === realId)?.drill).toBeNull();
  await run.post(`/v1/pages/${realId}/resolve`, '');
  expect(await dunst.displayed()).toBeGreaterThan(0);

  const drillPage = pages.find(({ drill }) => drill !== null);
  const { incidentId = '' } = await command(page, {
    type: 'acknowledge',
    pageIds: [drillPage?.id ?? ''],
    declare: true,
  });
  await page
    .getByRole('navigation', { name: 'What is open' })
    .getByRole('button', { name: new RegExp(TITLE.slice(0, 20)) })
    .first()
    .click();
  const clock = page.getByRole('region', { name: 'Incident clock' });
  await expect(clock.getByText('DRILL', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(`[DRILL] ${TITLE}`);
  await page.getByRole('button', { name: 'Copy message' }).click();
  const anyway = page.getByRole('button', { name: 'Copy anyway' });
  await anyway.click();
  await waitFor('the message on the clipboard', async () => {
    const text = await clipboard.read();
    return text?.startsWith('*DRILL: this is an exercise, not a real incident*\n') || undefined;
  });

  await moveClock(run.app, start, 36 * minuteMs);
  await untilStatus(run, 'the drill to play out', ({ drills }) => drills[0]?.delivered === drills[0]?.steps);
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'close' });
  await untilStatus(run, 'the drill to end', ({ drills }) => drills.length === 0);
  await goToDrills(page);
  await page.getByRole('button', { name: /^API response delay .*finished/ }).click();
  const debrief = page.getByRole('article', { name: /^Debrief: / });
  await expect(debrief.getByRole('row', { name: /^Declare/ })).toContainText('on time');
  await expect(debrief.getByRole('row', { name: /^Assemble/ })).toContainText('missed');
  await debrief.getByRole('button', { name: 'Copy as Markdown' }).click();
  await waitFor(
    'the debrief on the clipboard',
    async () => (await clipboard.read())?.startsWith('# \\[DRILL] Debrief') || undefined,
  );
});

test('aborting ends everything of a drill at once, and nothing real', async ({ launch, dunst, watcher }) => {
  const run = await launch();
  const page = await run.page();
  const start = await stopClock(run.app);
  await command(page, START);
  await moveClock(run.app, start, 2 * minuteMs);
  await untilStatus(run, 'its page', ({ pages }) => pages.some(({ drill }) => drill !== null));
  const { incidentId } = await command(page, {
    type: 'acknowledge',
    pageIds: (await statusOf(run)).pages.map(({ id }) => id),
  });
  const realId = await raise(run, { title: 'Checkout is down', severity: 'SEV-1' });
  await waitFor('the real page to show', async () => (await dunst.displayed()) >= 1);
  const item = await watcher.item({ pid: run.pid });
  await item.clickMenu('Abort drill');
  const { pages, incidents } = await untilStatus(run, 'the end', ({ drills }) => drills.length === 0);
  expect(incidents.map(({ id }) => id)).not.toContain(incidentId);
  expect(pages.find(({ id }) => id === realId)?.status).toBe('firing');
  expect(pages.filter(({ drill }) => drill !== null).map(({ status }) => status)).toEqual(['resolved']);
  await waitFor('only the real page on the screen', async () => (await dunst.displayed()) === 1 || undefined);
  await moveClock(run.app, start, 60 * minuteMs);
  await expect(page.getByText(/^Drill running/)).toHaveCount(0);
  expect((await statusOf(run)).pages).toHaveLength(2);
});

test('a drill that was killed in its middle goes on where it was', async ({ launch }) => {
  const first = await launch();
  const page = await first.page();
  const start = await stopClock(first.app);
  await command(page, START);
  await moveClock(first.app, start, 2 * minuteMs);
  await untilStatus(first, 'its page', ({ pages }) => pages.length === 1);
  await first.kill();
  const again = await launch(hidden);
  await untilStatus(again, 'the drill to be there again', ({ drills }) => drills[0]?.delivered === 1);
  await moveClock(again.app, start, 8 * minuteMs);
  // Its page, a note, a higher severity, another note.
  const { pages } = await untilStatus(
    again,
    'the drill to go on',
    ({ drills }) => drills[0]?.delivered === 4,
  );
  expect(pages.map(({ severity, status }) => [severity, status])).toEqual([['SEV-2', 'firing']]);
});

test('training is recorded for oneself and others, and says what is due again', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const now = await stopClock(run.app);
  await goToDrills(page);
  await page.getByRole('radio', { name: 'Training' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mina');
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: 'Mina: done today: Incident simulation (tabletop exercise)' })
    .click();
  const table = page.getByRole('table', { name: 'Regular training (quarterly)' });
  const row = table.getByRole('row', { name: /^Mina/ });
  await expect(row).toContainText('again by');
  await moveClock(run.app, now, 93 * 24 * 60 * minuteMs);
  await expect(row).toContainText('overdue');
  await page.getByRole('button', { name: /^Mina: renew today/ }).click();
  await expect(row).not.toContainText('overdue');
});
