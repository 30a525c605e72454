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
});
