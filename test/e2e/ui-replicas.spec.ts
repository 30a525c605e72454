import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { hidden, keptPages, raise, reasonsOf, statusOf, untilStatus } from './app/view.ts';
import { command, takeIncident, type Taken } from './ui/incident.ts';
import { entriesOf, goTo, parts } from './ui/parts.ts';

/** The log in main and the copy in the window's IndexedDB: what either lost comes back from the other. */

const loseWindowStore = (userDataDir: string): Promise<void> =>
  rm(join(userDataDir, 'IndexedDB'), { recursive: true });

async function loseLog(userDataDir: string): Promise<void> {
  await rm(join(userDataDir, 'tplus.db'));
  for (const ending of ['-wal', '-shm']) await rm(join(userDataDir, `tplus.db${ending}`), { force: true });
}

interface Lived extends Taken {
  readonly timeline: readonly string[];
  readonly text: string;
}

/** An incident with something of every kind, closed down in an orderly way. */
async function live(run: LaunchedApp): Promise<Lived> {
  const page = await run.page();
  const taken = await takeIncident(run, page, { declare: true, summary: 'Orders fail', service: 'checkout' });
  const { incidentId } = taken;
  await command(page, { type: 'tick', incidentId, checklist: 'quick-reference', item: 'verify-problem' });
  await command(page, { type: 'add-note', incidentId, text: 'Payments time out' });
  const text = '*STATUS UPDATE*\nwe know';
  await command(page, {
    type: 'record-copy',
    incidentId,
    template: 'status-update',
    title: 'Status update',
    kind: 'update',
    form: 'slack',
    text,
    fields: { status: 'Identified', actions: ['rolled back', 'told support'] },
  });
  const { timeline } = parts(page);
  await expect(timeline.getByText('Copied: Status update')).toBeVisible();
  return { ...taken, timeline: await entriesOf(timeline), text };
}

/** Everything of it is on the screen. */
async function expectAllBack(page: Page, lived: Lived): Promise<void> {
  const { clock, checklist, composer, timeline } = parts(page);
  await expect(clock.getByRole('heading', { level: 1, name: 'Checkout down' })).toBeVisible();
  await expect(checklist.getByRole('checkbox', { name: /^Verify the problem/ })).toBeChecked();
  await expect.poll(() => entriesOf(timeline)).toEqual(lived.timeline);
  await timeline.locator('summary').click();
  await expect(timeline.locator('pre')).toHaveText(lived.text);
  await composer.getByRole('tab', { name: 'Status update', exact: true }).click();
  await expect(composer.getByRole('combobox', { name: 'Current status' })).toHaveValue('Identified');
  await expect(composer.getByRole('textbox', { name: 'Actions taken' })).toHaveValue(
    'rolled back\ntold support',
  );
}

test('the window store is lost: the log fills it again', async ({ launch, userDataDir }) => {
  const first = await launch();
  const lived = await live(first);
  await first.close();
  await loseWindowStore(userDataDir);
  const second = await launch();
  const page = await second.page();
  await expectAllBack(page, lived);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the log is lost: the window fills it again, and says so', async ({ launch, userDataDir }) => {
  const first = await launch();
  const lived = await live(first);
  const before = await statusOf(first);
  await first.close();
  await loseLog(userDataDir);
  const second = await launch();
  const page = await second.page();
  await expectAllBack(page, lived);
  const after = await untilStatus(second, 'the log to be filled', ({ incidents }) => incidents.length === 1);
  expect(after.incidents).toEqual(before.incidents);
  expect(after.pages).toEqual(before.pages);
  // It works on, with the incident that came back.
  await command(page, {
    type: 'tick',
    incidentId: lived.incidentId,
    checklist: 'quick-reference',
    item: 'call-teammates',
  });
  await expect(
    parts(page).checklist.getByRole('checkbox', { name: 'Call in teammates if needed' }),
  ).toBeChecked();
});

test('the log is lost, nobody opens a window, and a page comes in first: all of it is kept', async ({
  launch,
  spawn,
  userDataDir,
}) => {
  const first = await launch();
  const lived = await live(first);
  const before = await statusOf(first);
  await first.close();
  await loseLog(userDataDir);
  const second = await spawn(hidden);
  const fresh = await raise(second, { title: 'Search down', severity: 'SEV-2' });
  const after = await untilStatus(second, 'the log to be filled', ({ incidents }) => incidents.length === 1);
  expect(after.incidents).toEqual(before.incidents);
  expect((await keptPages(second)).map(({ id }) => id).toSorted()).toEqual([lived.pageId, fresh].toSorted());
  await second.close();

  // On disk, not only in memory; and in the window too.
  const third = await launch();
  const page = await third.page();
  expect((await statusOf(third)).incidents).toEqual(before.incidents);
  await parts(page)
    .list.getByRole('button', { name: /Search down/ })
    .click();
  await expect(parts(page).page.getByRole('heading', { level: 1, name: 'Search down' })).toBeVisible();
  await parts(page)
    .list.getByRole('button', { name: /Checkout down/ })
    .click();
  await expectAllBack(page, lived);
});

test('the log is deleted under the running app: nothing is missing, and Health says so', async ({
  launch,
  userDataDir,
  dunst: _dunst,
}) => {
  const run = await launch();
  const page = await run.page();
  const lived = await live(run);
  await loseLog(userDataDir);
  const { checklist, timeline } = parts(page);
  await checklist.getByRole('checkbox', { name: 'Call in teammates if needed' }).click();
  await expect(checklist.getByRole('checkbox', { name: 'Call in teammates if needed' })).toBeChecked();
  const grown = ['Checked: Call in teammates if needed', ...lived.timeline];
  await expect.poll(() => entriesOf(timeline)).toEqual(grown);
  await untilStatus(run, 'it to be noticed', (status) => reasonsOf(status).includes('log-rebuilt'));
  await goTo(page, 'Health');
  const problem = page.getByRole('listitem').filter({ hasText: 'The log was lost and has been rebuilt' });
  await expect(problem).toBeVisible();
  await problem.getByRole('button', { name: 'Understood' }).click();
  await expect(problem).toHaveCount(0);
  await run.kill();
  const next = await launch();
  await expect.poll(async () => entriesOf(parts(await next.page()).timeline)).toEqual(grown);
});

test('events of another replica, older than what is known, take their place on the timeline', async ({
  launch,
}) => {
  const run = await launch();
  const page = await run.page();
  const lived = await live(run);
  const added = await page.evaluate(async () => {
    const read = await window.tplus.request['log.read']({ after: 0 });
    if (!read.ok) return 0;
    const stored = read.value.events.map(({ event }) => event);
    const note = stored.find(({ type }) => type === 'note.added');
    const opened = stored.find(({ type }) => type === 'incident.opened');
    if (note === undefined || opened === undefined) return 0;
    // An id of the opening's millisecond, by another installation.
    const id = `${opened.id.slice(0, -1)}${opened.id.endsWith('f') ? 'e' : 'f'}`;
    const older = {
      ...note,
      id,
      author: 'Joon',
      origin: '00000000-0000-4000-8000-000000000000',
      occurredAt: opened.occurredAt,
      recordedAt: opened.recordedAt,
      payload: { text: 'I saw it first' },
    };
    const answer = await window.tplus.request['log.offer']({ events: [older] });
    return answer.ok ? answer.value.added : 0;
  });
  expect(added).toBe(1);
  const { timeline } = parts(page);
  const entry = timeline.getByRole('listitem').filter({ hasText: 'Note: I saw it first' });
  await expect(entry).toContainText('Joon');
  const shown = await entriesOf(timeline);
  expect(shown.filter((text) => text !== 'Note: I saw it first')).toEqual(lived.timeline);
  expect(shown.indexOf('Note: I saw it first')).toBeGreaterThan(shown.indexOf('Note: Payments time out'));
});

/** The window shows all, takes orders, and says why it does without its own store. */
async function expectWorkingWithoutStore(run: LaunchedApp, lived: Lived, said: string): Promise<void> {
  const page = await run.page();
  await expectAllBack(page, lived);
  await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
  await expect(page.getByText('What you type is kept only while this window is open.')).toBeVisible();
  await page.keyboard.press('Escape');
  const box = parts(page).checklist.getByRole('checkbox', { name: 'Call in teammates if needed' });
  await box.click();
  await expect(box).toBeChecked();
  await raise(run, { title: 'Search down', severity: 'SEV-2' });
  await expect(parts(page).list.getByRole('button', { name: /Search down/ })).toBeVisible();
}

test('the window store cannot be opened: the window lives from the log, and says so', async ({
  launch,
  userDataDir,
}) => {
  const first = await launch();
  const lived = await live(first);
  await first.close();
  await loseWindowStore(userDataDir);
  await writeFile(join(userDataDir, 'IndexedDB'), 'no folder');
  const second = await launch();
  await expectWorkingWithoutStore(second, lived, 'The window’s own store could not be opened.');
});

test('the window store is of a newer version: it is left alone, and the window says so', async ({
  launch,
}) => {
  const first = await launch();
  const lived = await live(first);
  const page = await first.page();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tplus', 999);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await first.close();
  const second = await launch();
  await expectWorkingWithoutStore(second, lived, 'was written by a newer version of Tplus');
  const versions = await (await second.page()).evaluate(async () => indexedDB.databases());
  expect(versions).toEqual([{ name: 'tplus', version: 999 }]);
});

test('the window store is deleted under the running window: the window goes on from the log, says so, and has a store again next time', async ({
  launch,
}) => {
  const run = await launch();
  const lived = await live(run);
  const page = await run.page();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('tplus');
        deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
        deleting.onsuccess = () => resolve();
      }),
  );
  await expectWorkingWithoutStore(run, lived, 'The window’s own store stopped working.');
  const grown = ['Checked: Call in teammates if needed', ...lived.timeline];
  await expect.poll(() => entriesOf(parts(page).timeline)).toEqual(grown);
  await run.close();
  const next = await launch();
  const shown = await next.page();
  await parts(shown)
    .list.getByRole('button', { name: /Checkout down/ })
    .click();
  await expect.poll(() => entriesOf(parts(shown).timeline)).toEqual(grown);
  await expect(shown.getByRole('alert').filter({ hasText: 'store' })).toHaveCount(0);
  expect(await shown.evaluate(() => indexedDB.databases())).toMatchObject([{ name: 'tplus' }]);
});
