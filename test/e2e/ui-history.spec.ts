import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { readCsv } from '../support/read-csv.ts';
import type { LaunchedApp } from '../support/app.ts';
import { minuteMs, moveClock, raise } from './app/view.ts';
import { command } from './ui/incident.ts';
import { watchForTrouble } from './ui/trouble.ts';

/** What past incidents add up to, in the real app: from the log to the tiles, and out as files. */

/** An incident of the standard response, acknowledged and closed after so many minutes, by the app's own clock. */
async function pastIncident(
  run: LaunchedApp,
  page: Page,
  title: string,
  {
    at,
    acknowledged,
    resolved,
  }: { readonly at: string; readonly acknowledged: number; readonly resolved: number },
): Promise<void> {
  await moveClock(run.app, at, 0);
  const pageId = await raise(run, { title, severity: 'SEV-1', service: 'checkout', startedAt: at });
  await moveClock(run.app, at, acknowledged * minuteMs);
  const { incidentId = '' } = await command(page, { type: 'acknowledge', pageIds: [pageId] });
  await moveClock(run.app, at, resolved * minuteMs);
  for (const milestone of ['resolve', 'close'])
    await command(page, { type: 'meet-milestone', incidentId, milestone });
}

/** Every dialog for a place to save answers this path. */
async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test('figures come from the log, open what is behind them, and leave as CSV and as a picture', async ({
  launch,
  dunst: _dunst,
  userDataDir,
}) => {
  const run = await launch();
  const trouble = watchForTrouble(run.app);
  const page = await run.page();
  await page.getByRole('button', { name: 'Open the playbook' }).click();
  const today = new Date().toISOString().slice(0, 10);
  await pastIncident(run, page, 'Checkout down', {
    at: `${today}T01:00:00.000Z`,
    acknowledged: 2,
    resolved: 50,
  });
  await pastIncident(run, page, '=Search slow', {
    at: `${today}T04:00:00.000Z`,
    acknowledged: 6,
    resolved: 90,
  });
  const place = page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: 'History and metrics' });
  await place.click();

  // (50 + 90) / 2 and (2 + 6) / 2.
  await expect(page.getByRole('button', { name: /^MTTR, SEV-1.*1 h 10 min.*Misses the goal/ })).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^MTTA.*4 min.*Meets the goal.*from 2 incidents/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: /^MTTA/ }).click();
  const list = page.getByRole('region', { name: 'Past incidents' });
  await expect(list.getByRole('listitem')).toHaveCount(2);

  const csv = join(userDataDir, 'incidents.csv');
  await saveTo(run.app, csv);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(page.getByText(csv)).toBeVisible();
  const [head = [], ...rows] = readCsv(await readFile(csv, 'utf8'));
  const column = (name: string): (string | undefined)[] => rows.map((row) => row[head.indexOf(name)]);
  expect(column('title')).toEqual(["'=Search slow", 'Checkout down']);
  expect(column('mttr_minutes')).toEqual(['90', '50']);

  await page.getByRole('radio', { name: 'Metrics' }).check({ force: true });
  const png = join(userDataDir, 'by-severity.png');
  await saveTo(run.app, png);
  await page.getByRole('button', { name: 'Save “Incidents by severity” as a picture' }).click();
  await expect(page.getByText(png)).toBeVisible();
  const { width, height, colours } = await run.app.evaluate(({ nativeImage }, path) => {
    const image = nativeImage.createFromPath(path);
    const bitmap = image.toBitmap();
    const found = new Set<number>();
    for (let at = 0; at < bitmap.length; at += 4) found.add(bitmap.readUInt32LE(at));
    return { ...image.getSize(), colours: found.size };
  }, png);
  expect(width).toBeGreaterThan(200);
  expect(height).toBeGreaterThan(150);
  // Letters and a bar, not one empty ground.
  expect(colours).toBeGreaterThan(10);

  // Sample data stands in their place on one click, and is gone on another.
  await page.getByRole('button', { name: 'Show sample data' }).click();
  await expect(page.getByRole('button', { name: /^MTTR, SEV-1.*45 min.*Meets the goal/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByRole('button', { name: /^MTTA.*4 min/ })).toBeVisible();

  // An incident of the list opens on its own screen, and the place is as it was left.
  await page.getByRole('button', { name: /Checkout down.*Closed/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
  await place.click();
  await expect(page.getByRole('button', { name: /^MTTA.*4 min/ })).toBeVisible();
  expect(trouble.said()).toEqual([]);
});
