import type { LaunchedApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { takeIncident } from './ui/incident.ts';
import { leaveField, parts } from './ui/parts.ts';

test('what is half typed outlives a narrower window, another tab and another incident', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, { title: 'Search slow', severity: 'SEV-2' });
  await takeIncident(run, page, { title: 'Checkout down', severity: 'SEV-1' });
  const { timeline, composer, checklist, list } = parts(page);
  const note = timeline.getByRole('textbox', { name: 'Note' });
  await note.fill('half a note');
  await composer.getByRole('textbox', { name: 'Impact' }).fill('half an impact');

  await page.setViewportSize({ width: 700, height: 800 });
  await expect(note).toBeHidden();
  await leaveField(page);
  await page.keyboard.press('n');
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('half a note');
  await page.getByRole('tab', { name: 'Checklist', exact: true }).click();
  await expect(checklist.getByRole('checkbox').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Message', exact: true }).click();
  await expect(composer.getByRole('textbox', { name: 'Impact' })).toHaveValue('half an impact');
  // Keys reach what another tab holds.
  await leaveField(page);
  await page.keyboard.press('1');
  await page.getByRole('tab', { name: 'Checklist', exact: true }).click();
  await expect(checklist.getByRole('checkbox').first()).toBeChecked();

  await page.setViewportSize({ width: 1360, height: 860 });
  await expect(note).toHaveValue('half a note');
  await list.getByRole('button', { name: /Search slow/ }).click();
  await expect(note).toHaveValue('');
  await list.getByRole('button', { name: /Checkout down/ }).click();
  await expect(note).toHaveValue('half a note');
  await note.press('Enter');
  await expect(timeline.getByText('Note: half a note')).toBeVisible();
  await expect(note).toHaveValue('');
});

test('in a narrow window the list lies over the rest, and Escape puts it away', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await takeIncident(run, page, {});
  await run.post('/v1/pages', { title: 'Search slow', severity: 'SEV-2' });
  await page.setViewportSize({ width: 1000, height: 800 });
  const { list, page: detail } = parts(page);
  await expect(list).toHaveCount(0);
  const opener = page.getByRole('button', { name: 'Show the list: 1 page waiting' });
  await opener.click();
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await opener.click();
  await list.getByRole('button', { name: /Search slow/ }).click();
  await expect(detail.getByRole('heading', { level: 1, name: 'Search slow' })).toBeVisible();
  await expect(list).toHaveCount(0);

  await leaveField(page);
  await page.keyboard.press('/');
  await expect(list.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('checkout');
  await page.keyboard.press('Enter');
  await expect(parts(page).clock.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
  await expect(list).toHaveCount(0);
});

test('the window is enlarged by keys, also while typing, and stays so after a start', async ({ launch }) => {
  const first = await launch();
  const page = await first.page();
  const zoomOf = ({ app }: LaunchedApp): Promise<number> =>
    app.evaluate(({ BrowserWindow }) => {
      const factor = BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0;
      // Chromium keeps it as a logarithm.
      return Math.round(factor * 100) / 100;
    });
  /** From the system, as it were: a key that Playwright presses goes past the browser. */
  const press = (key: string): Promise<void> =>
    first.app.evaluate(({ BrowserWindow }, keyCode) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode, modifiers: ['control'] });
    }, key);
  const { list } = parts(page);
  await list.getByRole('searchbox').focus();
  await press('=');
  await expect.poll(() => zoomOf(first)).toBe(1.1);
  await press('-');
  await expect.poll(() => zoomOf(first)).toBe(1);
  await press('-');
  await expect.poll(() => zoomOf(first)).toBe(0.9);
  await press('0');
  await expect.poll(() => zoomOf(first)).toBe(1);
  await expect(list.getByRole('searchbox')).toHaveValue('');
  for (const factor of [1.1, 1.25, 1.5]) {
    await press('=');
    await expect.poll(() => zoomOf(first)).toBe(factor);
  }
  await first.close();
  const again = await launch();
  await again.page();
  await expect.poll(() => zoomOf(again)).toBe(1.5);
});
