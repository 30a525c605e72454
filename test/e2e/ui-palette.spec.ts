import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { raise } from './app/view.ts';
import { command, takeIncident } from './ui/incident.ts';
import { goTo, leaveField, parts } from './ui/parts.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Find and do' });
const option = (page: Page, name: string | RegExp): Locator =>
  palette(page).getByRole('option', { name }).first();

/** Opens the palette by its key and types, as far as the wanted line being the one that Enter takes. */
async function find(page: Page, query: string, wanted: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(query);
  await expect(option(page, wanted)).toHaveAttribute('data-highlighted', '');
}

async function carryOut(page: Page, query: string, wanted: string | RegExp): Promise<void> {
  await find(page, query, wanted);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
}

test('an incident is handled from the palette, by keyboard alone', async ({ launch, clipboard }) => {
  test.slow();
  const run = await launch();
  const page = await run.page();
  await raise(run, { title: 'Checkout down', severity: 'SEV-1', service: 'checkout' });
  const { page: detail, clock, composer, timeline } = parts(page);
  await expect(detail).toBeVisible();
  await carryOut(page, 'ack', 'Acknowledge the page shown');
  await expect(clock).toBeVisible();
  await carryOut(page, 'decl', 'Declare incident');
  await expect(clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();
  await carryOut(page, 'sev 2', /Change severity to SEV-2/);
  await expect(clock.getByText('SEV-2')).toBeVisible();

  // In a text field too: the palette is not a letter.
  await carryOut(page, 'note', 'Write a note');
  await expect(timeline.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Rolled back');
  await carryOut(page, 'message update', 'Message: Status update');
  await expect(
    composer.getByRole('tab', { name: 'Status update', exact: true, selected: true }),
  ).toBeVisible();
  await expect(composer.locator('.composer-fields :focus')).toBeVisible();
  await expect(timeline.getByRole('textbox', { name: 'Note' })).toHaveValue('Rolled back');

  await find(page, 'security', /Security: Security Team/);
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('status')).toHaveText('Copied: Security: Security Team');
  await expect.poll(() => clipboard.read()).toBe('Security Team (security@talkstudio.app)');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);

  await carryOut(page, 'mark resolved', 'Mark resolved');
  await expect(clock.getByRole('button', { name: 'Close incident' })).toBeVisible();
  // What was used last is first.
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('group', { name: 'Recent' }).getByRole('option').first()).toHaveText(
    /Security: Security Team/,
  );
  expect(await axeViolations(page)).toEqual([]);
  expect(await layoutTroubles(page)).toEqual([]);
});

test('what was said is found in incidents open and closed, and not once it is removed', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  const { clock, timeline } = parts(page);
  const old = await takeIncident(run, page, { title: 'Search slow', severity: 'SEV-3' });
  const noted = await command(page, {
    type: 'add-note',
    incidentId: old.incidentId,
    text: 'the password is hunter2, kafka lags',
  });
  for (const milestone of ['resolve', 'close'])
    await command(page, { type: 'meet-milestone', incidentId: old.incidentId, milestone });
  await takeIncident(run, page, { title: '결제 지연', severity: 'SEV-2' });
  await carryOut(page, 'kafka', /the password is hunter2, kafka lags.*Search slow/);
  await expect(clock.getByRole('heading', { level: 1, name: 'Search slow' })).toBeVisible();
  await carryOut(page, 'ㄱㅈㅈㅇ', /결제 지연/);
  await expect(clock.getByRole('heading', { level: 1, name: '결제 지연' })).toBeVisible();

  await carryOut(page, 'search slow', /Search slow.*Closed/);
  await expect(timeline.getByText('hunter2')).toBeVisible();
  await command(page, { type: 'redact', eventId: noted.events[0]?.id ?? '' });
  await expect(timeline.getByText('hunter2')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hunter2');
  await expect(palette(page).getByRole('status')).toHaveText('Nothing is called that.');
  await expect(palette(page).getByRole('option')).toHaveCount(0);
});

test('the quick reference is one key away, with an incident and without, in both languages', async ({
  launch,
  clipboard,
}) => {
  const run = await launch();
  const page = await run.page();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  const sheet = page.getByRole('dialog', { name: 'Reference' });
  await page.keyboard.press('r');
  await expect(sheet.getByRole('listitem').first()).toHaveText('Verify the problem and its scope of impact');
  await expect(sheet).toContainText('TalkStudio Incident Response 1.0.0');
  await expect(sheet).not.toContainText('of this incident');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await takeIncident(run, page, {});
  await leaveField(page);
  await page.keyboard.press('r');
  await expect(sheet).toContainText('of this incident');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('r');
  await expect(sheet).toHaveCount(0);

  await carryOut(page, 'github cli', /Roll back \(GitHub CLI\)/);
  await expect(sheet.getByRole('textbox', { name: 'Earlier version' }).first()).toBeFocused();
  // A letter in a field of the sheet is text.
  await page.keyboard.type('r1.2.2');
  await sheet.getByRole('button', { name: 'Copy Roll back (GitHub CLI)' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard.read()).toBe('gh workflow run deploy-prod.yml -f version=r1.2.2');
  await page.keyboard.press('Escape');

  await page.evaluate(() => window.tplus.request['settings.change']({ language: 'ko' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await leaveField(page);
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: '빠른 참조' })).toContainText('문제 확인 및 영향 범위 파악');
  expect(await layoutTroubles(page)).toEqual([]);
});

/** Whether the app holds these keys, as Electron says. */
async function isTaken(run: { app: ElectronApplication }, keys: string): Promise<boolean> {
  return run.app.evaluate(({ globalShortcut }, each) => globalShortcut.isRegistered(each), keys);
}

test('the key that brings the window up is changed by pressing it, and can be refused', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  await goTo(page, 'Settings');
  const setting = page.getByRole('group', { name: 'Key that brings Tplus up from anywhere' });
  await expect(setting).toContainText('Ctrl+Alt+Shift+T');
  await expect.poll(() => isTaken(run, 'CommandOrControl+Alt+Shift+T')).toBe(true);

  await setting.getByRole('button', { name: 'Change' }).focus();
  await page.keyboard.press('Enter');
  await expect(setting).toContainText('Press the keys');
  await page.keyboard.press('Control+Alt+Y');
  await expect(setting).toContainText('Ctrl+Alt+Y');
  await expect.poll(() => isTaken(run, 'CommandOrControl+Alt+Y')).toBe(true);
  expect(await isTaken(run, 'CommandOrControl+Alt+Shift+T')).toBe(false);

  // Another app on the same desktop has it from here on.
  await setting.getByRole('button', { name: 'Remove' }).click();
  await expect(setting).toContainText('None');
  await expect.poll(() => isTaken(run, 'CommandOrControl+Alt+Y')).toBe(false);
  await run.app.evaluate(({ globalShortcut }) => {
    globalShortcut.register = () => false;
  });
  await setting.getByRole('button', { name: 'Change' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Alt+Y');
  await expect(setting.getByRole('status')).toHaveText(/The system did not give Tplus these keys/);
  // It is told where it is set, and is nobody's problem of health.
  await expect(page.getByRole('button', { name: 'Health', exact: true })).toBeVisible();
});

test('the keys sheet names what the keys do', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  for (const words of [
    'Find an action, a contact, an incident, a note',
    'Quick reference, commands, contacts',
  ])
    await expect(sheet).toContainText(words);
  expect(await axeViolations(page)).toEqual([]);
});
