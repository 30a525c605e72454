import type { Locator, Page } from '@playwright/test';
import { ui as en } from '#shared/i18n/en/ui.ts';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import type { LaunchedApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { settle } from './app/settings-file.ts';
import { minuteMs, moveClock, raise, statusOf } from './app/view.ts';
import { command, takeIncident } from './ui/incident.ts';
import { entriesOf, leaveField, parts } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** Roles, escalation, lifecycle and severity, in the real app with the test clock. */

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const panel = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });
const chip = (page: Page, role: string): Locator =>
  region(page, 'Roles').getByRole('button', { name: new RegExp(role) });

async function openEscalation(page: Page): Promise<Locator> {
  await region(page, 'Escalation').getByRole('button').first().click();
  return panel(page, 'Escalation');
}

async function openLifecycle(page: Page): Promise<Locator> {
  await region(page, 'Lifecycle').getByRole('button').click();
  return panel(page, 'Lifecycle');
}

const detectedAt = async (run: LaunchedApp): Promise<string> =>
  (await statusOf(run)).incidents[0]?.detectedAt ?? '';

test('a role is offered, taken, handed over and given up; its own checklist follows the phase', async ({
  launch,
  userDataDir,
}) => {
  await settle(userDataDir, { name: 'Mina Kim' });
  const run = await launch();
  const page = await run.page();
  const { incidentId } = await takeIncident(run, page, {});
  const { clock, composer, timeline } = parts(page);
  for (const role of ['Incident Commander', 'Technical Lead', 'Communications Lead', 'Scribe'])
    await expect(chip(page, role)).toHaveAccessibleName(/unassigned/);
  await expect(chip(page, 'Subject Matter Expert')).toHaveAccessibleName(/nobody/);
  await expect(page.getByText('You declared it.')).toHaveCount(0);

  // Offered to who declared it, and nothing is done by itself.
  await clock.getByRole('button', { name: 'Declare incident' }).click();
  await expect(page.getByText('You declared it. Be Incident Commander?')).toBeVisible();
  await expect(chip(page, 'Incident Commander')).toHaveAccessibleName(/unassigned/);
  await page.getByRole('button', { name: 'Take the role' }).click();
  await expect(chip(page, 'Incident Commander')).toHaveAccessibleName(/Mina Kim/);
  await expect(page.getByText('You declared it.')).toHaveCount(0);

  // Typed, and then in the message.
  await chip(page, 'Technical Lead').click();
  const lead = panel(page, 'Technical Lead');
  await expect(lead.getByText('Nobody holds it, and SEV-1 needs it.')).toBeVisible();
  await lead.getByRole('textbox', { name: 'Name' }).fill('minji');
  await page.keyboard.press('Enter');
  await expect(lead.getByText('Held by minji')).toBeVisible();
  await expect(composer.getByRole('textbox', { name: 'Technical Lead' })).toHaveValue('minji');
  // A digit typed over it is not a tick of the list beneath.
  await lead.getByRole('checkbox', { name: 'Propose a solution' }).click();
  await page.keyboard.press('1');
  await expect(lead.getByText('1 of 5 done')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(lead).toHaveCount(0);
  await expect(parts(page).checklist.getByRole('checkbox', { checked: true })).toHaveCount(0);

  // By the names at hand, and given up.
  await chip(page, 'Scribe').click();
  const scribe = panel(page, 'Scribe');
  await scribe.getByRole('button', { name: 'minji' }).click();
  await expect(scribe.getByText('Held by minji')).toBeVisible();
  await scribe.getByRole('button', { name: 'Me · Mina Kim' }).click();
  await expect(scribe.getByText('Held by Mina Kim')).toBeVisible();
  await scribe.getByRole('button', { name: 'Give up' }).click();
  await expect(scribe.getByText('Nobody holds it, and SEV-1 needs it.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await entriesOf(timeline)).filter((text) => text.startsWith('Scribe')))
    .toEqual(['Scribe: nobody', 'Scribe: Mina Kim', 'Scribe: minji']);

  // The responsibilities of the phase.
  await chip(page, 'Incident Commander').click();
  const ic = panel(page, 'Incident Commander');
  await ic.getByRole('checkbox', { name: 'Assemble the response team' }).click();
  await expect(ic.getByText('1 of 7 done')).toBeAttached();
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'assemble' });
  await expect(ic.getByText('0 of 4 done')).toBeAttached();
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
  await expect(ic.getByRole('checkbox', { name: 'Write the first incident report' })).toBeVisible();
  // Resolved: who is missing does not matter any more.
  await expect(chip(page, 'Scribe')).toHaveAccessibleName(/nobody/);
});

test('who has no name in the settings says it once, where a role is taken', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, {});
  await chip(page, 'Incident Commander').click();
  const ic = panel(page, 'Incident Commander');
  await ic.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await ic.getByRole('checkbox', { name: 'This is me: remember the name' }).check();
  await ic.getByRole('button', { name: 'Assign' }).click();
  await expect(ic.getByText('Held by Ada')).toBeVisible();
  await page.keyboard.press('Escape');
  await chip(page, 'Scribe').click();
  await panel(page, 'Scribe').getByRole('button', { name: 'Me · Ada' }).click();
  await expect(chip(page, 'Scribe')).toHaveAccessibleName(/Ada/);
});

test('escalation counts down, says why, and copies words and contact in one click', async ({
  launch,
  clipboard,
  userDataDir,
}) => {
  await settle(userDataDir, { name: 'Mina Kim' });
  const run = await launch();
  const page = await run.page();
  await raise(run, { title: 'Checkout slow', severity: 'SEV-2', service: 'checkout' });
  await parts(page)
    .pages.getByRole('button', { name: /Checkout slow/ })
    .click();
  // Nobody has taken it: the tech lead, by the clock.
  await expect(region(page, 'Escalation')).toContainText(/Tech Lead.*@techlead \(Slack\/Phone\)/);
  await expect(region(page, 'Escalation')).toContainText(/No response within 15 minutes.*14:\d\d left/);
  await page.getByRole('button', { name: 'Declare incident' }).click();
  await expect(parts(page).clock).toBeVisible();

  // Taken: that timer has stopped.
  const next = region(page, 'Escalation');
  await expect(next).toContainText(
    /Next.*Engineering Manager.*\d\d:\d\d left.*Not resolved within 30 minutes/,
  );
  await moveClock(run.app, await detectedAt(run), 31.5 * minuteMs);
  await expect(next).toContainText(/Engineering Manager.*late by 1:\d\d/);
  await expect(next.getByRole('status').last()).toHaveText(
    'To be called now: Engineering Manager. Not resolved within 30 minutes',
  );

  const levels = await openEscalation(page);
  const level = (title: string): Locator => levels.getByRole('listitem', { name: title });
  await expect(level('On-Call Engineer')).toContainText('Here from the start');
  await expect(level('Tech Lead')).toContainText('Not needed as things stand');
  await expect(level('CTO / Executive')).toContainText(/At \d\d:\d\d · Not resolved within 1 hour/);
  await level('Engineering Manager')
    .getByRole('button', { name: /Copy escalation and contact/ })
    .click();
  await expect(level('Engineering Manager')).toContainText(/Called \d\d:\d\d by Mina Kim/);
  const { incidents } = await statusOf(run);
  const channel = await page.locator('.strip strong', { hasText: '#incident-' }).textContent();
  await expect
    .poll(() => clipboard.read())
    .toBe(
      [
        'Engineering Manager: @em (Slack/Phone)',
        '',
        '📣 *ESCALATION* (T+31min)',
        '',
        '*Severity*: SEV-2',
        `*Title*: ${incidents[0]?.title}`,
        '*Reason*: Not resolved within 30 minutes',
        '*Needed*: Join the war room',
        '',
        `*War Room*: ${channel}`,
      ].join('\n'),
    );
  await expect
    .poll(async () => (await entriesOf(parts(page).timeline)).slice(0, 2))
    .toEqual(['Escalated to Engineering Manager', 'Copied: Escalation']);

  // A security incident calls the last level at once; taken back, it does not.
  await levels.getByRole('checkbox', { name: 'Security incident' }).click();
  await expect(level('CTO / Executive')).toContainText('Call now');
  await expect(next).toContainText(/CTO \/ Executive.*due now.*Security incident/);
  await levels.getByRole('checkbox', { name: 'Security incident' }).click();
  await expect(next).toContainText(/CTO \/ Executive.*left.*Not resolved within 1 hour/);
  await level('Engineering Manager').getByRole('button', { name: 'Undo' }).click();
  await expect(level('Engineering Manager')).toContainText('Call now');
  await page.keyboard.press('Escape');

  // Due: the same, one click from the strip.
  await next
    .getByRole('button', { name: 'Copy escalation and contact: Engineering Manager', exact: true })
    .click();
  await expect
    .poll(async () => (await entriesOf(parts(page).timeline))[0])
    .toBe('Escalated to Engineering Manager');
  await expect(next).toContainText(/CTO \/ Executive/);

  const incidentId = incidents[0]?.id ?? '';
  await command(page, { type: 'meet-milestone', incidentId, milestone: 'resolve' });
  await expect(next).toContainText('Nobody to call');
});

test('the lifecycle goes step by step, round its loop, and says why a step is shut', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  const { incidentId } = await takeIncident(run, page, { severity: 'SEV-3' });
  const step = region(page, 'Lifecycle').getByRole('button');
  await expect(step).toHaveText(/Initial response/);
  const steps = await openLifecycle(page);
  const row = (title: string): Locator =>
    steps.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });
  await expect(row('Declaration')).toContainText('Only for SEV-1, SEV-2');
  await expect(row('Standard response')).toContainText('Comes after “Severity assessment”');
  for (const action of [
    'Assess severity',
    'Start standard response',
    'Start diagnosis',
    'Carry out the fix',
    'Verify',
  ])
    await steps.getByRole('button', { name: action }).click();
  await expect(step).toHaveText(/Verification/);
  await steps.getByRole('button', { name: 'Not resolved, back to diagnosis' }).click();
  await expect(step).toHaveText(/Diagnosis and analysis/);
  await expect(row('Verification')).toContainText('Comes after “Carrying out the fix”');
  await expect
    .poll(async () => (await entriesOf(parts(page).timeline)).slice(0, 2))
    .toEqual(['Step: Diagnosis and analysis', 'Step: Verification']);

  // Another severity, another branch: the way behind it changes, the place stays.
  await command(page, { type: 'change-severity', incidentId, severity: 'SEV-1' });
  await expect(row('Standard response')).toContainText('Only for SEV-3, SEV-4');
  await expect(step).toHaveText(/Diagnosis and analysis/);
  // A step with a milestone meets it, and the one primary action stays the milestone's.
  await steps.getByRole('button', { name: 'Carry out the fix' }).click();
  const rail = page.getByRole('list', { name: 'Milestones' });
  await expect(rail.getByRole('listitem').filter({ hasText: 'Diagnose' })).toHaveAttribute(
    'data-state',
    'met',
  );
  await steps.getByRole('button', { name: 'Mark resolved' }).click();
  await expect(step).toHaveText(/Resolved/);
  await steps.getByRole('button', { name: 'Close incident' }).click();
  await steps.getByRole('button', { name: 'Start the post-mortem' }).click();
  await expect(step).toHaveText(/Post-mortem/);
  await page.keyboard.press('Escape');
  await parts(page).clock.getByRole('button', { name: 'Reopen' }).click();
  await expect(step).toHaveText(/Verification/);
});

test('two keys to a severity, on a page and on an incident', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await raise(run, { title: 'Odd', severity: 'SEV-3' });
  await parts(page).pages.getByRole('button', { name: /Odd/ }).click();
  await expect(page.getByRole('button', { name: 'Acknowledge', exact: true })).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('2');
  const { clock, timeline, checklist } = parts(page);
  await expect(clock.getByRole('button', { name: 'Which severity? It is SEV-2' })).toBeVisible();
  await expect.poll(() => entriesOf(timeline)).toContain('Severity SEV-3 → SEV-2');
  await clock.getByRole('button', { name: 'Declare incident' }).click();
  await expect(parts(page).timer).toHaveAccessibleName('Next deadline · Assemble');

  await leaveField(page);
  await page.keyboard.press('s');
  await page.keyboard.press('4');
  await expect(clock.getByRole('button', { name: 'Which severity? It is SEV-4' })).toBeVisible();
  // What was met stays; what is asked for is another.
  await expect(parts(page).timer).toHaveAccessibleName('Next deadline · Resolve');
  const rail = page.getByRole('list', { name: 'Milestones' }).getByRole('listitem');
  await expect(rail.filter({ hasText: 'Declare' })).toHaveAttribute('data-state', 'met');
  await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(0);

  // A stray Enter changes nothing; what tells them apart is there.
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Which severity?' });
  await expect(dialog.getByRole('button', { name: 'SEV-4 Low' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'SEV-1 Critical' })).toHaveAccessibleDescription(
    /Entire service.*Data loss or leak.*Database outage.*1 hour/,
  );
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await entriesOf(timeline))[0]).toBe('Severity SEV-2 → SEV-4');
});

for (const [language, theme, t] of [
  ['en', 'dark', en],
  ['ko', 'light', ko],
] as const) {
  test(`${language}, ${theme}: nothing spills and nothing stands in the way of assistive technology`, async ({
    launch,
    userDataDir,
  }) => {
    await settle(userDataDir, { language, theme, welcomed: true, name: 'Mina' });
    const run = await launch();
    const page = await run.page();
    const look = async (what: string): Promise<void> => {
      for (const width of [600, 900, 1360, 1900]) {
        await page.setViewportSize({ width, height: 860 });
        await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
        expect.soft(await layoutTroubles(page), `layout of ${what} at ${width}`).toEqual([]);
      }
      await page.setViewportSize({ width: 1360, height: 860 });
      expect.soft(await axeViolations(page), `accessibility of ${what}`).toEqual([]);
    };
    const pageId = await raise(run, { title: 'Checkout down', severity: 'SEV-1' });
    await page
      .getByRole('button', { name: /Checkout down/ })
      .first()
      .click();
    await expect(region(page, t.escalation.label)).toBeVisible();
    await look('page');
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog', { name: t.severities.title })).toBeVisible();
    await look('severity');
    await page.keyboard.press('1');
    await expect(region(page, t.incident.clock)).toBeVisible();
    await command(page, { type: 'acknowledge', pageIds: [pageId], declare: true });
    await expect(page.getByRole('button', { name: t.roles.take })).toBeVisible();
    const incidentId = (await statusOf(run)).incidents[0]?.id ?? '';
    await command(page, { type: 'flag', incidentId, flag: 'data-leak', on: true });
    await moveClock(run.app, await detectedAt(run), 61 * minuteMs);
    await expect(region(page, t.escalation.label).getByRole('status').last()).not.toBeEmpty();
    await look('strip');
    for (const label of [t.roles.label, t.escalation.label, t.lifecycle.label]) {
      await region(page, label).getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(label);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}
