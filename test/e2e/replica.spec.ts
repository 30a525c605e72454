import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/app.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  hidden,
  keptPages,
  moveClock,
  pageIn,
  raise,
  reasonsOf,
  statusOf,
  untilStatus,
  visibleWindows,
} from './app/view.ts';

/** The log and the window's store are replicas of one another: each can be lost. */

const test = base.extend({
  userDataDir: async ({ userDataDir }, provide) => {
    const file = join(userDataDir, 'settings.json');
    const settings = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...settings, welcomed: true }));
    await provide(userDataDir);
  },
});

async function deleteLog(userDataDir: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm'])
    await rm(join(userDataDir, `tplus.db${ending}`), { force: true });
}

async function deleteStore(userDataDir: string): Promise<void> {
  const dir = join(userDataDir, 'IndexedDB');
  expect(existsSync(dir)).toBe(true);
  await rm(dir, { recursive: true });
}

const shows = (page: Page, title: string): Promise<void> =>
  expect(page.getByText(title).filter({ visible: true }).first()).toBeVisible();

/** Two pages, one of them taken, both in the log and in the window's store. */
async function fill(run: LaunchedApp): Promise<{ firing: string; taken: string }> {
  const page = await run.page();
  const firing = await raise(run, { title: 'Chat is down', severity: 'SEV-1' });
  const taken = await raise(run, { title: 'Search is slow', severity: 'SEV-2' });
  await run.post(`/v1/pages/${taken}/acknowledge`, '');
  await shows(page, 'Chat is down');
  // Not only the page: that it was taken has come to the window, too.
  const handled = page.getByRole('region', { name: 'Being handled' });
  await expect(handled.getByRole('button', { name: 'Search is slow' })).toBeVisible();
  return { firing, taken };
}

test("a window's store that was lost is filled again", async ({ launch, userDataDir }) => {
  const first = await launch();
  const { taken } = await fill(first);
  await first.close();
  await deleteStore(userDataDir);
  const second = await launch();
  const page = await second.page();
  await shows(page, 'Chat is down');
  await shows(page, 'Search is slow');
  expect(pageIn(await statusOf(second), taken).status).toBe('acknowledged');
});

test('a log that was lost is filled again, with no window on the screen', async ({ launch, userDataDir }) => {
  const first = await launch();
  const { firing, taken } = await fill(first);
  const before = await statusOf(first);
  await first.close();
  await deleteLog(userDataDir);

  const second = await launch(hidden);
  // A page that comes before anything is back is one more, not instead.
  const early = await raise(second, { title: 'Meanwhile', severity: 'SEV-3' });
  const status = await untilStatus(second, 'the log to be filled', ({ pages }) => pages.length === 3);
  expect(pageIn(status, firing)).toEqual(pageIn(before, firing));
  expect(pageIn(status, taken)).toEqual(pageIn(before, taken));
  expect(pageIn(status, early).status).toBe('firing');
  expect(status.incidents.map(({ id }) => id)).toEqual(before.incidents.map(({ id }) => id));
  expect(await visibleWindows(second.app)).toBe(0);
  expect(reasonsOf(status)).not.toContain('log-unavailable');

  // It is in the log, not only in main's memory.
  await second.kill();
  const third = await launch(hidden);
  const kept = (await keptPages(third)).map(({ id }) => id);
  expect(kept.toSorted()).toEqual([firing, taken, early].toSorted());
});

test('a log lost while the window is open is brought back', async ({ launch, userDataDir }) => {
  const run = await launch();
  const { firing, taken } = await fill(run);
  await deleteLog(userDataDir);
  const later = await raise(run, { title: 'Later', severity: 'SEV-3' });
  await waitFor('it to be noticed', async () => reasonsOf(await statusOf(run)).includes('log-rebuilt'));
  await shows(await run.page(), 'Later');
  expect((await keptPages(run)).map(({ id }) => id)).toEqual([firing, taken, later]);
});

test('pages that came while no window was open are in it when it opens', async ({ launch }) => {
  const run = await launch(hidden);
  for (const title of ['one came', 'two came']) await raise(run, { title, severity: 'SEV-2' });
  await run.post('/v1/open', {});
  const page = await run.page();
  await shows(page, 'one came');
  await shows(page, 'two came');
});

test('a page that comes in shows in the open window', async ({ launch }) => {
  const run = await launch();
  const page = await run.page();
  await run.receiver();
  const sent = { title: 'Chat is down', severity: 'SEV-1' };
  const id = await raise(run, sent);
  await shows(page, 'Chat is down');
  await expect(page.getByText('1 source · last heard just now')).toBeVisible();
  await moveClock(run.app, pageIn(await statusOf(run), id).receivedAt, 10 * 60_000 + 1000);
  await expect(page.getByText('1 source · last heard 10 min ago')).toBeVisible();
  // A redelivery changes nothing but that.
  await run.post('/v1/pages', sent);
  await expect(page.getByText('1 source · last heard just now')).toBeVisible();
});
