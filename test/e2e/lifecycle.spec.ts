import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ElectronApplication } from '@playwright/test';
import { startDesktop } from '../support/desktop.ts';
import { expect, test } from '../support/fixtures.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  hidden,
  keptPages,
  minuteMs,
  moveClock,
  pageIn,
  raise,
  statusOf,
  untilDisplayed,
  untilStatus,
  visibleWindows,
} from './app/view.ts';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const savedAs = (bounds: Bounds) => ({ version: 1, bounds, maximized: false });

const boundsOf = (app: ElectronApplication): Promise<Bounds | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** The page's process, and undefined while it has none. */
const rendererPid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents === undefined || contents.isCrashed() ? undefined : contents.getOSProcessId();
  });

/** Waits until another process has the page, and the page works. */
async function untilRestarted(
  app: ElectronApplication,
  before: number | undefined,
  timeoutMs?: number,
): Promise<void> {
  await waitFor(
    'the page to be back in a process of its own',
    async () => {
      const pid = await rendererPid(app);
      return pid !== undefined && pid !== 0 && pid !== before;
    },
    timeoutMs,
  );
  await waitFor('the page to work', () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const answer: unknown = await contents?.executeJavaScript(
        `tplus.request['app.snapshot']().then(({ ok }) => ok)`,
      );
      return answer === true;
    }),
  );
}

test('a second start brings the window up and goes', async ({ launch, spawn }) => {
  const run = await launch(hidden);
  await run.receiver();
  expect(await visibleWindows(run.app)).toBe(0);
  const second = await spawn();
  await waitFor('the second start to go', () => !second.isRunning());
  await waitFor('its last words', () => second.output().includes('already running'));
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  // It has left the first one's files alone.
  expect((await run.receiver()).pid).toBe(run.pid);
  expect((await run.get('/v1/health')).status).toBe(200);
});

test('a second start at log-in stays out of sight', async ({ launch, spawn }) => {
  const run = await launch(hidden);
  await run.receiver();
  const second = await spawn(hidden);
  await waitFor('the second start to go', () => !second.isRunning());
  await raise(run, { title: 'still here' });
  expect(await visibleWindows(run.app)).toBe(0);
});

test('two profiles are two apps', async ({ spawn, userDataDir }) => {
  const one = await spawn(hidden);
  await one.receiver();
  const other = await spawn({ ...hidden, userDataDir: join(userDataDir, 'other') });
  await raise(other, { title: 'elsewhere' });
  expect((await statusOf(one)).pages).toEqual([]);
});

test('the profile is the one that is named, also behind the switch, or none', async ({
  spawn,
  userDataDir,
}) => {
  const named = join(userDataDir, 'a profile');
  const naming = (dir: string) => ({
    findsProfile: true,
    userDataDir: dir,
    args: ['--hidden', '--user-data-dir', dir],
  });
  await mkdir(named);
  await writeFile(join(named, 'settings.json'), '{"receiverPort":');
  const run = await spawn(naming(named));
  expect((await run.receiver()).pid).toBe(run.pid);
  // Settings that cannot be read are said, and kept.
  const { degraded } = (await statusOf(run)).alerting;
  const { detail = '' } = degraded.find(({ reason }) => reason === 'settings-set-aside') ?? {};
  expect(await readFile(detail, 'utf8')).toBe('{"receiverPort":');

  const file = join(userDataDir, 'file');
  await writeFile(file, '');
  const refused = await spawn(naming(file));
  await waitFor('it to go', () => !refused.isRunning());
  await waitFor('its reason', () =>
    refused.output().includes(`The profile ${file} cannot be written (EEXIST)`),
  );
});

test('--hidden makes no window, and pages come in', async ({ launch }) => {
  const run = await launch(hidden);
  await raise(run, { title: 'down', severity: 'SEV-1' });
  expect(await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
});

test('a plain start shows the window', async ({ launch }) => {
  const run = await launch();
  await run.page();
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
});

test('waking up makes everything look again', async ({ launch }) => {
  const run = await launch();
  await run.page();
  await run.receiver();
  const told = await run.app.evaluate(({ BrowserWindow, powerMonitor }) => {
    const channels: string[] = [];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    Object.assign(contents ?? {}, { send: (channel: string) => channels.push(channel) });
    powerMonitor.emit('resume');
    return channels;
  });
  expect(told).toContain('tplus:push:app.changed');
});

test('closing the window leaves the app in the tray', async ({ launch }) => {
  const run = await launch();
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  await untilStatus(run, 'the tray', ({ alerting }) => alerting.tray === 'shown');
  await closeWindow(run.app);
  await waitFor('the window to go', async () => (await visibleWindows(run.app)) === 0);
  await raise(run, { title: 'down', severity: 'SEV-1' });
  await run.post('/v1/open', {});
  await waitFor('the window again', async () => (await visibleWindows(run.app)) === 1);
});

test('with no tray, closing the window minimises it', async ({ launch }) => {
  const desktop = await startDesktop();
  try {
    const run = await launch({ desktop });
    await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
    await untilStatus(run, 'the tray to be missed', ({ alerting }) => alerting.tray === 'no-host');
    await closeWindow(run.app);
    await waitFor('it to be minimised', () =>
      run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    );
    await run.post('/v1/open', {});
    await waitFor('it to be back', () =>
      run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized() === false),
    );
    await run.close();
  } finally {
    await desktop.stop();
  }
});

test('quitting with a page waiting asks, once', async ({ launch, watcher }) => {
  const run = await launch(hidden);
  const item = await watcher.item({ pid: run.pid });
  await raise(run, { title: 'down', severity: 'SEV-1' });
  await untilStatus(run, 'it to be waiting', ({ alerting }) => alerting.unacknowledged === 1);
  await run.app.evaluate(({ dialog }) => {
    const questions: { options: unknown; answer: (response: number) => void }[] = [];
    const ask = (options: unknown): Promise<{ response: number; checkboxChecked: boolean }> =>
      new Promise((resolve) => {
        questions.push({ options, answer: (response) => resolve({ response, checkboxChecked: false }) });
      });
    Object.assign(globalThis, { questions });
    Object.assign(dialog, { showMessageBox: ask });
  });
  type Asked = {
    questions: { options: { message: string; detail: string }; answer: (response: number) => void }[];
  };
  const questions = (): Promise<string[]> =>
    run.app.evaluate(() => (globalThis as unknown as Asked).questions.map(({ options }) => options.detail));
  const answer = (index: number, response: number): Promise<void> =>
    run.app.evaluate(
      (_, said) => (globalThis as unknown as Asked).questions[said.index]?.answer(said.response),
      { index, response },
    );

  await item.clickMenu('Quit');
  const one = '1 page is waiting. Tplus cannot ring while it is not running.';
  await expect.poll(questions).toEqual([one]);
  await item.clickMenu('Quit');
  expect((await run.get('/v1/health')).status).toBe(200);
  expect(await questions()).toEqual([one]);
  await answer(0, 0);
  await raise(run, { title: 'still here' });
  expect(run.isRunning()).toBe(true);
  await item.clickMenu('Quit');
  await expect
    .poll(questions)
    .toEqual([one, '2 pages are waiting. Tplus cannot ring while it is not running.']);
  await answer(1, 1);
  await waitFor('the app to go', () => !run.isRunning());
});

test('a signal ends it at once and in order, whatever is waiting', async ({ spawn, userDataDir }) => {
  const run = await spawn(hidden);
  await raise(run, { title: 'down', severity: 'SEV-1' });
  process.kill(run.pid, 'SIGTERM');
  await waitFor('the app to go', () => !run.isRunning());
  await expect(readFile(join(userDataDir, 'receiver.json'))).rejects.toThrow('ENOENT');
});

test('a page that crashes is brought back, and alarms go on meanwhile', async ({ launch, dunst }) => {
  const run = await launch();
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  const before = await rendererPid(run.app);
  await run.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await raise(run, { title: 'down', severity: 'SEV-1' });
  await untilDisplayed(dunst, 1);
  await untilRestarted(run.app, before);
});

test('a page that hangs is brought back, and alarms go on meanwhile', async ({ launch, dunst }) => {
  const run = await launch();
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  const before = await rendererPid(run.app);
  await run.app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript('for (;;);')
      .catch(() => undefined);
  });
  await raise(run, { title: 'down', severity: 'SEV-1' });
  await untilDisplayed(dunst, 1);
  expect(await rendererPid(run.app)).toBe(before);
  // Chromium would say so itself, after a while, were there no debugger attached.
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  await untilRestarted(run.app, before, 60_000);
});

test('the window comes back where it was', async ({ launch, userDataDir }) => {
  const first = await launch();
  await waitFor('the window', async () => (await visibleWindows(first.app)) === 1);
  const saved = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(userDataDir, 'window.json'), 'utf8'));
  const move = (to: Bounds): Promise<void> =>
    first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      to,
    );
  const before = { x: 60, y: 70, width: 1000, height: 700 };
  await move(before);
  // Only now is the window manager done with framing it: while it is, the place is off by the frame.
  await waitFor('it to be still', async () => isDeepStrictEqual(await saved(), savedAs(before)));
  const wanted = { x: 210, y: 120, width: 900, height: 640 };
  await move(wanted);
  await expect.poll(() => boundsOf(first.app)).toEqual(wanted);
  await first.close();
  expect(await saved()).toEqual(savedAs(wanted));
  const second = await launch();
  await waitFor('the window', async () => (await visibleWindows(second.app)) === 1);
  await expect.poll(() => boundsOf(second.app)).toEqual(wanted);
});

test('a window left on a screen that is gone is brought back', async ({ launch, userDataDir }) => {
  const bounds = { x: 5000, y: -3000, width: 900, height: 640 };
  await writeFile(join(userDataDir, 'window.json'), JSON.stringify({ version: 1, bounds, maximized: false }));
  const run = await launch();
  await waitFor('the window', async () => (await visibleWindows(run.app)) === 1);
  // Until it has been framed, its place may be off by the frame.
  await expect(async () => {
    const { x = -1, y = -1, width, height } = (await boundsOf(run.app)) ?? {};
    expect([width, height]).toEqual([900, 640]);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + 900).toBeLessThanOrEqual(1600);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + 640).toBeLessThanOrEqual(1000);
  }).toPass({ timeout: 30_000 });
});

test('a clock that jumps past deadlines is followed at once', async ({ launch }) => {
  const run = await launch(hidden);
  const id = await raise(run, { title: 'down', severity: 'SEV-1' });
  await run.post(`/v1/pages/${id}/acknowledge`, '');
  const { startedAt } = pageIn(await statusOf(run), id);
  const late = async (): Promise<string[]> =>
    (await statusOf(run)).incidents.flatMap(({ milestones }) =>
      milestones.filter(({ state }) => state === 'late').map((milestone) => milestone.id),
    );
  expect(await late()).toEqual([]);
  await moveClock(run.app, startedAt, 40 * minuteMs);
  expect(await late()).toEqual(['declare', 'assemble', 'diagnose']);
  const { alerting } = await statusOf(run);
  // The next thing to come is the deadline after those, or its announcement.
  expect(Date.parse(alerting.nextAlarmAt ?? '')).toBeGreaterThan(Date.parse(startedAt) + 40 * minuteMs);
});

test('a clock that is set back disturbs neither order nor identity', async ({ launch }) => {
  const run = await launch(hidden);
  const ids = [await raise(run, { title: 'one' })];
  await moveClock(run.app, new Date().toISOString(), -60 * minuteMs);
  ids.push(await raise(run, { title: 'two' }));
  await moveClock(run.app, new Date().toISOString(), 0);
  ids.push(await raise(run, { title: 'three' }));
  expect(ids.toSorted()).toEqual(ids);
  expect((await keptPages(run)).map(({ id }) => id)).toEqual(ids);
});
