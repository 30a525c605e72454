import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { minuteMs, moveClock, raise, statusOf } from './app/view.ts';
import { takeIncident } from './ui/incident.ts';
import { goTo, leaveField, parts } from './ui/parts.ts';

const liveRegion = (page: Page): Locator => page.locator('[aria-live="assertive"]');

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
