import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { minuteMs, moveClock, raise, statusOf, untilStatus } from './app/view.ts';
import { takeIncident } from './ui/incident.ts';
import { goTo, leaveField, parts } from './ui/parts.ts';

const mostTabs = 80;

/** Presses a key, Tab mostly, until `target` has the focus, as a person without a mouse would. */
async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab',
): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${mostTabs} times ${key} did not reach ${String(target)}`);
}

const liveRegion = (page: Page): Locator => page.locator('[aria-live="assertive"]');

test('a whole incident by keyboard alone', async ({ launch, clipboard }) => {
  test.slow();
  const run = await launch();
  const page = await run.page();
  await raise(run, { title: 'Search slow', severity: 'SEV-2' });
  await raise(run, { title: 'Checkout down', severity: 'SEV-1' });
  const { pages, page: detail, clock, checklist, composer, timeline, preview } = parts(page);

  await tabTo(page, pages.getByRole('button', { name: /Checkout down/ }));
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
  await tabTo(page, detail.getByRole('button', { name: 'Acknowledge' }));
  await page.keyboard.press('Enter');
  await tabTo(page, clock.getByRole('button', { name: 'Declare incident' }));
  await page.keyboard.press('Space');
  await expect(clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();

  const box = checklist.getByRole('checkbox', { name: 'Declare the IC role' });
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();

  await tabTo(page, composer.getByRole('tab', { name: 'Incident declared' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(
    composer.getByRole('tab', { name: 'Status update', exact: true, selected: true }),
  ).toBeVisible();
  await tabTo(page, composer.getByRole('combobox', { name: 'Current status' }));
  await page.keyboard.type('Ident');
  await expect(preview).toContainText('Current Status: Identified');
  await tabTo(page, composer.getByRole('textbox', { name: 'Summary' }));
  await page.keyboard.type('Payments time out');
  await tabTo(page, composer.getByRole('radio', { name: 'Slack' }));
  await page.keyboard.press('ArrowRight');
  await expect(composer.getByRole('radio', { name: 'Markdown' })).toBeChecked();
  await tabTo(page, composer.getByRole('button', { name: 'Copy message' }));
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog');
  await tabTo(page, question.getByRole('button', { name: 'Copy anyway' }));
  await page.keyboard.press('Enter');
  await expect(timeline.getByText('Copied: Status update')).toBeVisible();
  await expect.poll(() => clipboard.read()).toContain('Payments time out');
  await expect(question).toHaveCount(0);
  await expect(composer.getByRole('button', { name: 'Copy message' })).toBeFocused();

  await page.keyboard.press('n');
  await expect(timeline.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Rolled back');
  await page.keyboard.press('Enter');
  await expect(timeline.getByText('Note: Rolled back')).toBeVisible();

  await tabTo(page, clock.getByRole('button', { name: 'More actions' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await tabTo(page, page.getByRole('menuitem', { name: 'Mark “Resolve”' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, clock.getByRole('button', { name: 'Close incident' }));
  await page.keyboard.press('Enter');
  await untilStatus(run, 'it to be closed', ({ incidents }) => incidents.length === 0);

  await tabTo(page, parts(page).list.getByText('Ended in the last 24 hours'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, parts(page).list.getByRole('button', { name: /Closed/ }));
  await page.keyboard.press('Enter');
  await expect(clock.getByRole('button', { name: 'Reopen' })).toBeVisible();
});

test('letters typed into a field are text, with a modifier they are nothing, and elsewhere they are keys', async ({
  launch,
  clipboard,
}) => {
  await clipboard.write('before');
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, { severity: 'SEV-1' });
  const { clock, checklist, composer, timeline } = parts(page);
  for (const field of [
    timeline.getByRole('textbox', { name: 'Note' }),
    composer.getByRole('textbox', { name: 'Impact' }),
  ]) {
    await field.focus();
    await page.keyboard.type('adcn1230?');
    await expect(field).toHaveValue('adcn1230?');
  }
  await composer.getByRole('combobox', { name: 'Severity' }).focus();
  await page.keyboard.type('d1');
  await leaveField(page);
  for (const key of ['Control+d', 'Alt+d', 'Meta+d', 'Control+c', 'Control+1', 'Alt+n'])
    await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(clock.getByRole('button', { name: 'Declare incident' })).toBeVisible();
  await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(await clipboard.read()).toBe('before');

  // On a box that was just ticked with the mouse, they are keys.
  await checklist.getByRole('checkbox').first().click();
  await page.keyboard.press('2');
  await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.keyboard.press('d');
  await expect(clock.getByRole('button', { name: 'Copy first update' })).toBeVisible();
});

test('switched off in the settings, single letters do nothing; Escape and Tab go on', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, {});
  await goTo(page, 'Settings');
  const keys = page.getByRole('switch', { name: 'Single-letter keys' });
  await keys.click();
  await expect(keys).not.toBeChecked();
  await goTo(page, 'Incidents');
  const { clock, checklist, timeline } = parts(page);
  await expect(clock).toBeVisible();
  await leaveField(page);
  for (const key of ['d', 'c', 'n', '1', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(timeline.getByRole('textbox', { name: 'Note' })).not.toBeFocused();
  // The sheet is still reached by its button, says that they are off, and leaves by Escape.
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('switched off in the settings');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(clock.getByRole('button', { name: 'Declare incident' })).toBeVisible();
});

test('? shows the keys; a dialog keeps the focus in, takes no letters, and gives the focus back', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, {});
  const { clock, composer } = parts(page);
  await leaveField(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Declare the incident');
  await page.keyboard.press('d');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(clock.getByRole('button', { name: 'Declare incident' })).toBeVisible();

  const copy = composer.getByRole('button', { name: 'Copy message' });
  await copy.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog');
  await expect(question).toBeVisible();
  const seen = new Set<string>();
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const active = document.activeElement;
      const inside = active?.closest('[role="dialog"], [data-base-ui-focus-guard]') ?? null;
      return inside === null ? `outside: ${active?.outerHTML.slice(0, 200)}` : (active?.textContent ?? '');
    });
    seen.add(focused);
  }
  expect([...seen].filter((each) => each.startsWith('outside'))).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(['Fill them in', 'Copy anyway']));
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  // "No" to copying with gaps leads to the first of them.
  await expect(composer.getByRole('textbox', { name: 'Impact' })).toBeFocused();

  await clock.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(clock.getByRole('button', { name: 'More actions' })).toBeFocused();
});

test('a page that comes in while someone types takes neither focus nor text nor screen, and is announced', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, { title: 'Checkout down', severity: 'SEV-2' });
  const { clock, composer, pages } = parts(page);
  const impact = composer.getByRole('textbox', { name: 'Impact' });
  await impact.click();
  await page.keyboard.type('Orders ');
  await raise(run, { title: 'Login down', severity: 'SEV-1' });
  await expect(pages.getByRole('button', { name: /Login down/ })).toBeVisible();
  await expect(liveRegion(page)).toHaveText('New page, SEV-1: Login down');
  await expect(impact).toBeFocused();
  await page.keyboard.type('fail');
  await expect(impact).toHaveValue('Orders fail');
  await expect(clock.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();

  await Promise.all(
    ['a', 'b', 'c'].map((key) => raise(run, { title: `more ${key}`, severity: 'SEV-3', key })),
  );
  await expect(liveRegion(page)).toHaveText(/new pages?, worst SEV-3|New page, SEV-3: more/);
  await expect(impact).toBeFocused();
});

test('a milestone that becomes late is announced', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, {});
  const { detectedAt = '' } = (await statusOf(run)).incidents[0] ?? {};
  await expect(liveRegion(page)).not.toContainText('late');
  await moveClock(run.app, detectedAt, 5.1 * minuteMs);
  await expect(liveRegion(page)).toHaveText('Declare is late: Checkout down');
});
