import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { minuteMs, moveClock, runClock, statusOf, stopClock } from './app/view.ts';
import { command, takeIncident } from './ui/incident.ts';
import { leaveField, parts } from './ui/parts.ts';

const hourMs = 60 * minuteMs;

const seoul = new Intl.DateTimeFormat('en', {
  timeZone: 'Asia/Seoul',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `Declare upcoming`, for every milestone. */
async function railOf(page: Page): Promise<string[]> {
  const items = page.getByRole('list', { name: 'Milestones' }).getByRole('listitem');
  return items.evaluateAll((all) =>
    all.map((each) =>
      ['.milestone-title', '.visually-hidden'].map((part) => each.querySelector(part)?.textContent).join(' '),
    ),
  );
}

const milestone = (page: Page, title: string): Locator =>
  page.getByRole('list', { name: 'Milestones' }).getByRole('listitem').filter({ hasText: title });

const deadline = (page: Page, label: string): Locator =>
  parts(page).clock.locator('.deadline').filter({ hasText: label });

async function fromMenu(page: Page, entry: string): Promise<void> {
  await parts(page).clock.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('each severity asks for its own milestones at its own times', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await stopClock(run.app);
  const asked = {
    'SEV-1': [
      ['Declare', 5 * minuteMs],
      ['Assemble', 15 * minuteMs],
      ['Diagnose', 30 * minuteMs],
      ['Resolve', hourMs],
      ['Close', 24 * hourMs],
    ],
    'SEV-2': [
      ['Declare', 15 * minuteMs],
      ['Assemble', 30 * minuteMs],
      ['Diagnose', hourMs],
      ['Resolve', 4 * hourMs],
      ['Close', 24 * hourMs],
    ],
    'SEV-3': [['Resolve', 24 * hourMs]],
    'SEV-4': [['Resolve', 7 * 24 * hourMs]],
  } as const;
  for (const [severity, deadlines] of Object.entries(asked)) {
    await takeIncident(run, page, { title: `as ${severity}`, severity });
    await expect(parts(page).clock.getByRole('heading', { name: `as ${severity}` })).toBeVisible();
    const titles = deadlines.map(([title]): string => title);
    const others = ['Declare', 'Assemble', 'Diagnose', 'Resolve', 'Close'].map((title) =>
      titles.includes(title) ? `${title} upcoming` : `${title} not asked for`,
    );
    await expect.poll(() => railOf(page)).toEqual(['Detect met', 'Acknowledge met', ...others]);
    const { incidents } = await statusOf(run);
    const at = Date.parse(incidents.find(({ title }) => title === `as ${severity}`)?.detectedAt ?? '');
    for (const [title, after] of deadlines) {
      await expect(milestone(page, title)).toContainText(seoul.format(at + after));
    }
    await expect(parts(page).timer).toHaveAccessibleName(`Next deadline · ${titles[0]}`);
  }
});

test('the next deadline counts down, is due, and counts up once late', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const at = await stopClock(run.app);
  await takeIncident(run, page, {});
  const { timer, clock } = parts(page);
  await expect(timer).toHaveText('5:00 left');
  // It runs by itself.
  await runClock(run.app, at);
  await expect(timer).toHaveText(/^4:\d\d left$/);

  await moveClock(run.app, at, 2.5 * minuteMs);
  await expect(timer).toHaveText('2:30 left');
  await expect(clock.getByText('T+02:30', { exact: true })).toBeVisible();
  await expect.poll(() => railOf(page)).toContain('Declare upcoming');
  await moveClock(run.app, at, 3.1 * minuteMs);
  await expect.poll(() => railOf(page)).toContain('Declare due');
  await expect(timer).toHaveText('1:54 left');
  await moveClock(run.app, at, 5.5 * minuteMs);
  await expect.poll(() => railOf(page)).toContain('Declare late');
  await expect(timer).toHaveText('late by 0:30');
  await expect(milestone(page, 'Declare')).toContainText('late by 0:30');

  await clock.getByRole('button', { name: 'Declare incident' }).click();
  await expect.poll(() => railOf(page)).toContain('Declare met late');
  await expect(timer).toHaveAccessibleName('Next deadline · Assemble');
  await expect(timer).toHaveText('9:30 left');
  // A later one makes the earlier one unnecessary.
  await fromMenu(page, 'Mark “Diagnose”');
  await expect
    .poll(() => railOf(page))
    .toEqual([
      'Detect met',
      'Acknowledge met',
      'Declare met late',
      'Assemble skipped',
      'Diagnose met',
      'Resolve upcoming',
      'Close upcoming',
    ]);
});

test('a SEV-1 page is due now, and late after five minutes; a SEV-2 page counts down', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const at = await stopClock(run.app);
  const timer = parts(page).page.getByRole('timer', { name: 'To be acknowledged' });
  const row = (title: string): Locator => parts(page).pages.getByRole('button', { name: new RegExp(title) });
  await run.post('/v1/pages', { title: 'Search slow', severity: 'SEV-2' });
  await row('Search slow').click();
  await expect(timer).toHaveText('5:00 left');
  const { body } = await run.post('/v1/pages', { title: 'Chat down', severity: 'SEV-1' });
  expect(body).toMatchObject({ duplicate: false });
  await row('Chat down').click();
  await expect(timer).toHaveText('due now');
  await expect(row('Chat down')).toContainText('Acknowledge due now');
  await moveClock(run.app, at, 4.5 * minuteMs);
  await expect(row('Search slow')).toContainText('Acknowledge in 0:30');
  await expect(timer).toHaveText('due now');
  await moveClock(run.app, at, 5.2 * minuteMs);
  await expect(timer).toHaveText('late by 5:12');
  await expect(row('Chat down')).toContainText('Acknowledge late by 5:12');
});

test('the update clock starts with the declaration, restarts with each copied update, and stops at resolution', async ({
  launch,
  clipboard: _clipboard,
}) => {
  const run = await launch();
  const page = await run.page();
  const at = await stopClock(run.app);
  await takeIncident(run, page, {});
  const { clock, composer } = parts(page);
  const update = deadline(page, 'Next status update').locator('.deadline-figures');
  await expect(update).toHaveCount(0);
  await clock.getByRole('button', { name: 'Declare incident' }).click();
  await expect(update).toHaveText('15:00 left');
  await moveClock(run.app, at, 14.5 * minuteMs);
  await expect(update).toHaveText('0:30 left');
  await moveClock(run.app, at, 16 * minuteMs);
  await expect(update).toHaveText('late by 1:00');

  const copy = async (template: string): Promise<void> => {
    await composer.getByRole('tab', { name: template, exact: true }).click();
    await leaveField(page);
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('button', { name: 'Copy anyway' }).click();
    await expect(composer.getByText('Copied just now')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  // The declaration's message is no update.
  await copy('Incident declared');
  await expect(update).toHaveText('late by 1:00');
  await copy('Status update');
  await expect(update).toHaveText('15:00 left');
  await moveClock(run.app, at, 31.5 * minuteMs);
  await expect(update).toHaveText('late by 0:30');
  await expect(composer.getByText('Copied 15 min ago')).toBeVisible();
  await copy('Status update');
  await expect(update).toHaveText('15:00 left');

  await fromMenu(page, 'Mark “Resolve”');
  await expect(update).toHaveCount(0);
  await expect(deadline(page, 'Resolved')).toContainText('Clock stopped at resolution');
  await expect(clock.locator('.clock .figures')).toHaveText('T+31:30');
  await composer.getByRole('tab', { name: 'Status update', exact: true }).click();
  await moveClock(run.app, at, 50 * minuteMs);
  await expect(composer.getByText('Copied 18 min ago')).toBeVisible();
  await expect(clock.locator('.clock .figures')).toHaveText('T+31:30');
  await expect(update).toHaveCount(0);
});

test('a change of severity counts all deadlines anew, from detection', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const at = await stopClock(run.app);
  await takeIncident(run, page, { severity: 'SEV-3' });
  const { timer, clock, timeline } = parts(page);
  await expect(timer).toHaveAccessibleName('Next deadline · Resolve');
  await moveClock(run.app, at, 10 * minuteMs);
  await fromMenu(page, 'Change to SEV-1 Critical');
  await expect(clock.getByText('SEV-1', { exact: true })).toBeVisible();
  await expect
    .poll(() => railOf(page))
    .toEqual([
      'Detect met',
      'Acknowledge met',
      'Declare late',
      'Assemble upcoming',
      'Diagnose upcoming',
      'Resolve upcoming',
      'Close upcoming',
    ]);
  await expect(timer).toHaveText('late by 5:00');
  await expect(timeline.getByText('Severity SEV-3 → SEV-1')).toBeVisible();
  await fromMenu(page, 'Change to SEV-2 High');
  await expect(timer).toHaveText('5:00 left');
});

test('reopened, the clock goes on from detection and the pause is kept', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const at = await stopClock(run.app);
  const { incidentId } = await takeIncident(run, page, { declare: true });
  const { clock, timeline } = parts(page);
  await moveClock(run.app, at, 6 * minuteMs);
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
  await expect(clock.getByRole('button', { name: 'Close incident' })).toBeVisible();
  await expect(clock.locator('.clock')).toContainText('T+06:00');
  await moveClock(run.app, at, 20 * minuteMs);
  await expect(clock.locator('.clock')).toContainText('T+06:00');
  await fromMenu(page, 'Reopen');
  await expect(clock.locator('.clock')).toContainText('T+20:00');
  await expect.poll(() => railOf(page)).toContain('Resolve upcoming');
  // A pause restarts the update clock.
  await expect(deadline(page, 'Next status update')).toContainText('15:00 left');
  await expect(timeline.getByText('Incident reopened')).toBeVisible();

  await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
  await clock.getByRole('button', { name: 'Close incident' }).click();
  await expect(deadline(page, 'Closed')).toBeVisible();
  expect((await statusOf(run)).incidents).toEqual([]);
  await clock.getByRole('button', { name: 'Reopen' }).click();
  // The clock stood at T+20 while closed too: only what the second reopening alone shows can be waited for.
  await expect(timeline.getByText('Incident reopened')).toHaveCount(2);
  await expect(clock.locator('.clock')).toContainText('T+20:00');
  expect((await statusOf(run)).incidents).toMatchObject([{ id: incidentId }]);
});

test('what is recorded late stands at the time it happened, beside the time it was recorded', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  // Stopped before the page comes, so that the minute that each thing is recorded in is the one it is looked for in.
  const at = Date.parse(await stopClock(run.app));
  const { incidentId } = await takeIncident(run, page, {});
  const { clock, timeline } = parts(page);
  await moveClock(run.app, new Date(at).toISOString(), 20 * minuteMs);
  await expect.poll(() => railOf(page)).toContain('Declare late');
  await fromMenu(page, 'Record “Declare” with a time…');
  const dialog = page.getByRole('dialog', { name: 'When was “Declare” met?' });
  const field = dialog.getByLabel(/^Happened at/);
  const seoulMinute = (time: number): string => new Date(time + 9 * hourMs).toISOString().slice(0, 16);
  await field.fill(seoulMinute(at + 4 * minuteMs));
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect.poll(() => railOf(page)).toContain('Declare met');
  const happened = seoul.format(Date.parse(`${seoulMinute(at + 4 * minuteMs)}:00+09:00`));
  await expect(milestone(page, 'Declare')).toContainText(happened);
  const entry = timeline.getByRole('listitem').filter({ hasText: 'Declared' });
  await expect(entry).toContainText(happened);
  await expect(entry).toContainText(`recorded ${seoul.format(at + 20 * minuteMs)}`);

  // A time before the detection is refused, in words, and changes nothing.
  await fromMenu(page, 'Record “Assemble” with a time…');
  const second = page.getByRole('dialog', { name: 'When was “Assemble” met?' });
  await second.getByLabel(/^Happened at/).fill(seoulMinute(at - hourMs));
  await second.getByRole('button', { name: 'Record' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'That time is before the detection.' }),
  ).toBeVisible();
  expect(await railOf(page)).toContain('Assemble late');
  await page.getByRole('button', { name: 'Dismiss' }).click();

  // The last step can be taken back, and an earlier one only while nothing later depends on it.
  await expect(clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
  await fromMenu(page, 'Undo “Resolve”');
  await expect.poll(() => railOf(page)).toContain('Resolve upcoming');
  await fromMenu(page, 'Undo “Declare”');
  await expect.poll(() => railOf(page)).toContain('Declare late');
  await expect(timeline.getByText('Undone: Declared')).toBeVisible();
  await expect(clock.getByRole('button', { name: 'Declare incident' })).toBeVisible();
});
