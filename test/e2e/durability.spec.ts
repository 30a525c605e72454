import { existsSync } from 'node:fs';
import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { StatusReport } from '#shared/status.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import { startPageSenders } from './app/page-senders.ts';
import {
  hidden,
  keptPages,
  moveClock,
  pageIn,
  raise,
  reasonsOf,
  statusOf,
  untilDisplayed,
  untilStatus,
} from './app/view.ts';

const page = (name: string) => ({ title: name, key: name, severity: 'SEV-2' });
const logFile = (userDataDir: string): string => join(userDataDir, 'tplus.db');

const logTroubles = (status: StatusReport): string[] =>
  reasonsOf(status).filter((reason) => reason.startsWith('log-'));

async function setAside(userDataDir: string): Promise<string[]> {
  return (await readdir(userDataDir)).filter((name) => name.startsWith('tplus.db.damaged-'));
}

/** Overwrites a stretch in the middle, as a failing disk would. */
async function damageMiddle(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(8192, 0xa5), 0, 8192, Math.floor(size / 2 / 4096) * 4096);
  await handle.close();
}

/** Writes until nothing more fits. */
async function fillDisk(file: string): Promise<void> {
  const handle = await open(file, 'a');
  try {
    for (let chunk = 1024 * 1024; chunk > 0; chunk = Math.floor(chunk / 4)) {
      const bytes = Buffer.alloc(chunk);
      // A short write is the disk's way of saying that it is nearly full.
      while ((await handle.write(bytes).catch(() => ({ bytesWritten: 0 }))).bytesWritten === chunk) continue;
    }
  } finally {
    await handle.close();
  }
}

test('fifty kills while pages pour in lose no page that was answered, and double none', async ({
  spawn,
  userDataDir,
}) => {
  test.setTimeout(600_000);
  const senders = startPageSenders(4);
  for (let round = 0; round < 50; round += 1) {
    const run = await spawn(hidden);
    if (round % 5 === 4) {
      // The moment itself is what is random here: somewhere in the start.
      await pause(Math.random() * 400);
    } else {
      const before = senders.answered.size;
      senders.aim(await run.receiver());
      const wanted = before + 11 + Math.floor(Math.random() * 20);
      await waitFor('pages to be answered', () => senders.answered.size >= wanted);
      // Between two answers, too.
      await pause(Math.random() * 10);
    }
    await run.kill();
    senders.aim(undefined);
  }
  const run = await spawn(hidden);
  senders.aim(await run.receiver());
  await senders.finish();
  const keys = (await keptPages(run)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(keys)).toEqual(senders.answered);
  expect(senders.refusals).toEqual([]);
  expect(keys.length).toBeGreaterThan(400);
  expect(logTroubles(await statusOf(run))).toEqual([]);
  expect(await setAside(userDataDir)).toEqual([]);
});

test('what was acknowledged and resolved is so after a crash', async ({ spawn }) => {
  const begunAt = Date.now();
  const run = await spawn(hidden);
  const [firing, taken, over] = await Promise.all(
    ['firing', 'taken', 'over'].map((name) => raise(run, page(name))),
  );
  await run.post(`/v1/pages/${taken}/acknowledge`, '');
  await run.post(`/v1/pages/${over}/resolve`, '');
  const before = await statusOf(run);
  await run.kill();
  const next = await spawn(hidden);
  const after = await statusOf(next);
  expect(after.pages).toEqual(before.pages);
  expect(after.incidents).toEqual(before.incidents);
  // Whoever sent them has been heard, and stays heard.
  expect(after.sources.map(({ id }) => id)).toEqual(['api']);
  expect(Date.parse(after.sources[0]?.lastHeardAt ?? '')).toBeGreaterThanOrEqual(begunAt);
  expect([firing, taken, over].map((id) => pageIn(after, id ?? '').status)).toEqual([
    'firing',
    'acknowledged',
    'resolved',
  ]);
  expect(after.alerting.unacknowledged).toBe(1);
});

test('a redelivery after a crash is a duplicate, a page of a new start is not', async ({ spawn }) => {
  const startedAt = new Date().toISOString();
  const run = await spawn(hidden);
  const id = await raise(run, { ...page('one'), startedAt });
  const untimedId = await raise(run, page('open'));
  await run.kill();
  const next = await spawn(hidden);
  const again = await next.post('/v1/pages', { ...page('one'), startedAt });
  expect([again.status, again.body]).toMatchObject([200, { id, duplicate: true }]);
  const untimed = await next.post('/v1/pages', page('open'));
  expect([untimed.status, untimed.body]).toMatchObject([200, { id: untimedId, duplicate: true }]);
  const later = new Date(Date.parse(startedAt) + 1000).toISOString();
  expect(await raise(next, { ...page('one'), startedAt: later })).not.toBe(id);
  expect(await keptPages(next)).toHaveLength(3);
});

test('an alarm that fell due while the app was away rings at its start', async ({
  spawn,
  launch,
  notifications,
  dunst,
}) => {
  const run = await spawn(hidden);
  const id = await raise(run, page('down'));
  await untilDisplayed(dunst, 1);
  const { receivedAt } = pageIn(await statusOf(run), id);
  await run.kill();
  const next = await launch(hidden);
  // Playwright loses what it evaluates to a garbage collection of the start: it is over when the app answers.
  await statusOf(next);
  await moveClock(next.app, receivedAt, 6 * 60_000);
  await notifications.answered('the late ring', ({ body }) => body.includes('Acknowledgement is late'));
});

test('a log that is deleted under the app is noticed and brought back whole', async ({
  spawn,
  userDataDir,
}) => {
  const run = await spawn(hidden);
  const first = await raise(run, page('before'));
  for (const ending of ['', '-wal', '-shm']) await rm(`${logFile(userDataDir)}${ending}`, { force: true });
  const second = await raise(run, page('after'));
  const status = await untilStatus(run, 'it to be noticed', (each) =>
    reasonsOf(each).includes('log-rebuilt'),
  );
  expect(status.pages.map(({ id }) => id)).toEqual([first, second]);
  await run.kill();
  const next = await spawn(hidden);
  expect((await keptPages(next)).map(({ id }) => id)).toEqual([first, second]);
  expect(logTroubles(await statusOf(next))).toEqual([]);
});

test('a log that is deleted is noticed without a page', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  const id = await raise(run, page('before'));
  await rm(logFile(userDataDir));
  await untilStatus(run, 'it to be noticed', (status) => reasonsOf(status).includes('log-rebuilt'));
  expect(existsSync(logFile(userDataDir))).toBe(true);
  expect((await keptPages(run)).map((each) => each.id)).toEqual([id]);
});

test('a log that is no database is set aside, and the app runs', async ({ spawn, userDataDir }) => {
  await writeFile(logFile(userDataDir), 'this is no database'.repeat(1000));
  const run = await spawn(hidden);
  const id = await raise(run, page('down'));
  const status = await statusOf(run);
  expect(reasonsOf(status)).toContain('log-quarantined');
  expect(status.pages.map((each) => each.id)).toEqual([id]);
  const [aside, ...others] = await setAside(userDataDir);
  expect(aside).toBeDefined();
  expect(others).toEqual([]);
  await run.kill();
  const next = await spawn(hidden);
  expect(logTroubles(await statusOf(next))).toEqual([]);
  expect(await keptPages(next)).toHaveLength(1);
});

test('of a log with a damaged part what can be read is kept', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  for (let index = 0; index < 200; index += 1)
    await raise(run, { ...page(`page ${index}`), summary: 'x'.repeat(500) });
  await run.close();
  await damageMiddle(logFile(userDataDir));
  const next = await spawn(hidden);
  const status = await statusOf(next);
  expect(reasonsOf(status)).toContain('log-quarantined');
  const kept = await keptPages(next);
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.length).toBeLessThanOrEqual(200);
  await raise(next, page('new'));
  expect(await setAside(userDataDir)).not.toEqual([]);
});

test('with the disk full a page rings, is not claimed to be saved, and is saved once it can be', async ({
  spawn,
  notifications,
  dunst,
}) => {
  const run = await spawn({ ...hidden, smallDiskBytes: 24 * 1024 * 1024 });
  const kept = await raise(run, page('before'));
  await untilDisplayed(dunst, 1);
  const filler = join(run.userDataDir, 'filler');
  const keys = ['before'];
  // The log may have room of its own left, and other files may give some back.
  const { name, status, body } = await waitFor('the disk to be full for the log, too', async () => {
    await fillDisk(filler);
    const next = `when full ${keys.length}`;
    keys.push(next);
    const answer = await run.post('/v1/pages', page(next));
    return answer.status === 201 ? undefined : { name: next, ...answer };
  });
  expect(status).toBe(507);
  expect(body).toMatchObject({ type: 'urn:tplus:problem:disk-full', status: 507 });
  const toast = await notifications.answered('the alarm', ({ summary }) => summary === `SEV-2 ${name}`);
  expect(toast.urgency).toBe('critical');
  expect(toast.body).toContain('Not saved');
  const full = await statusOf(run);
  expect(reasonsOf(full)).toEqual(expect.arrayContaining(['disk-full', 'page-unsaved']));
  expect(full.alerting.unacknowledged).toBe(keys.length);
  // It can be answered by the id that it has until then.
  expect(full.pages.filter(({ id }) => id.startsWith('unsaved-'))).toMatchObject([
    { key: name, status: 'firing' },
  ]);

  await rm(filler);
  await untilStatus(run, 'it to be saved', (each) => !reasonsOf(each).includes('page-unsaved'));
  const pages = await keptPages(run);
  expect(pages.map(({ key }) => key)).toEqual(keys);
  expect(pages[0]?.id).toBe(kept);
  expect(reasonsOf(await statusOf(run))).toEqual([]);
  const again = await run.post('/v1/pages', page(name));
  expect([again.status, again.body]).toMatchObject([200, { duplicate: true, id: pages.at(-1)?.id }]);
});

test('a page that could not be saved can be taken: it is silent, and saved as taken', async ({
  spawn,
  notificationService: service,
}) => {
  const run = await spawn({ ...hidden, smallDiskBytes: 24 * 1024 * 1024 });
  // The disk is there once the app is.
  await raise(run, page('before'));
  const filler = join(run.userDataDir, 'filler');
  await fillDisk(filler);
  let tries = 0;
  const title = await waitFor('the disk to be full for the log, too', async () => {
    tries += 1;
    const { status } = await run.post('/v1/pages', page(`page ${tries}`));
    return status === 507 ? `page ${tries}` : undefined;
  });
  const alarm = await service.called(
    'the alarm',
    ({ id, body }) => id !== undefined && body.includes('Not saved'),
  );
  const waiting = (await statusOf(run)).alerting.unacknowledged;
  service.invokeAction(alarm.id ?? 0, 'acknowledge');
  const taken = await untilStatus(run, 'it to be silent', (each) => each.alerting.unacknowledged < waiting);
  expect(reasonsOf(taken)).toContain('page-unsaved');

  await rm(filler);
  await untilStatus(run, 'it to be saved', (each) => !reasonsOf(each).includes('page-unsaved'), 15_000);
  const { pages, incidents } = await statusOf(run);
  expect(pages.filter((each) => each.title === title)).toMatchObject([{ status: 'acknowledged' }]);
  expect(incidents.map((each) => each.title)).toContain(title);
});
