import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type Alertmanager, type AlertmanagerOptions, startAlertmanager } from './alertmanager.ts';
import { type LaunchedApp, launchApp, type RunningApp, spawnApp } from './app.ts';
import type { AppOptions } from './app-command.ts';
import { type Clipboard, openClipboard } from './clipboard.ts';
import { type Desktop, startDesktop } from './desktop.ts';
import { type Dunst, startDunst } from './dunst.ts';
import { quietPort } from './free-port.ts';
import { type NotificationService, startNotificationService } from './notification-service.ts';
import { type NotificationWatch, watchNotifications } from './notification-watch.ts';
import type { ReceiverClient } from './receiver.ts';
import { type StatusNotifierWatcher, startStatusNotifierWatcher } from './status-notifier-watcher.ts';

/** Launch options; the desktop and the profile of the test are filled in, and may be overridden. */
export type LaunchOptions = Partial<AppOptions>;

export interface TestFixtures {
  /** A fresh profile. All that is set in it is a receiver port that the app of no other worker has. */
  userDataDir: string;
  /** Starts the app with Playwright attached; closed after the test. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** Starts the app as a plain process; closed after the test. */
  readonly spawn: (options?: LaunchOptions) => Promise<RunningApp>;
  /** A real notification daemon. Not together with a stand-in: one name, one owner. */
  dunst: Dunst;
  /** A stand-in for the daemon, which answers until told otherwise. */
  notificationService: NotificationService;
  /** Starts an Alertmanager that sends to a run of the app; stopped after the test. */
  readonly alertmanagerFor: (
    run: ReceiverClient,
    options?: Partial<AlertmanagerOptions>,
  ) => Promise<Alertmanager>;
  /** A record of what goes to and from whatever notification service there is. */
  notifications: NotificationWatch;
  clipboard: Clipboard;
  /** Of the fixtures above: the runs of the app to be closed. Not for tests. */
  runs: RunningApp[];
}

export interface WorkerFixtures {
  /** Shared by the tests of a worker: starting one takes about half a second. */
  desktop: Desktop;
  /** The tray, up before any app. */
  watcher: StatusNotifierWatcher;
}

export { expect } from '@playwright/test';

export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktop: [
    async ({}, provide) => {
      const desktop = await startDesktop();
      await provide(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  watcher: [
    async ({ desktop }, provide) => {
      const watcher = await startStatusNotifierWatcher(desktop);
      await provide(watcher);
      watcher.stop();
    },
    { scope: 'worker', auto: true },
  ],
  userDataDir: async ({}, provide) => {
    const dir = await mkdtemp(join(tmpdir(), 'tplus-profile-'));
    await writeFile(join(dir, 'settings.json'), JSON.stringify({ receiverPort: await quietPort() }));
    await provide(dir);
    await rm(dir, { recursive: true, force: true });
  },
  runs: async ({ desktop }, provide, testInfo) => {
    const runs: RunningApp[] = [];
    await provide(runs);
    if (testInfo.status !== testInfo.expectedStatus && runs.length > 0) {
      const file = testInfo.outputPath('desktop.png');
      await desktop.screenshot(file);
      await testInfo.attach('desktop', { path: file, contentType: 'image/png' });
      const outputs = runs.map((run) => `--- ${run.pid}\n${run.output()}`).join('\n');
      await testInfo.attach('app output', { body: outputs, contentType: 'text/plain' });
    }
    // All are closed before any failure to close is reported.
    const closed = await Promise.allSettled(runs.map((run) => run.close()));
    for (const each of closed) if (each.status === 'rejected') throw each.reason;
  },
  launch: async ({ desktop, userDataDir, runs }, provide) => {
    await provide(async (options = {}) => {
      const run = await launchApp({ desktop, userDataDir, ...options });
      runs.push(run);
      return run;
    });
  },
  spawn: async ({ desktop, userDataDir, runs }, provide) => {
    await provide(async (options = {}) => {
      const run = await spawnApp({ desktop, userDataDir, ...options });
      runs.push(run);
      return run;
    });
  },
  dunst: async ({ desktop }, provide) => {
    const dunst = await startDunst(desktop);
    await provide(dunst);
    await dunst.stop();
  },
  notificationService: async ({ desktop }, provide) => {
    const service = await startNotificationService(desktop);
    await provide(service);
    service.stop();
  },
  alertmanagerFor: async ({}, provide) => {
    const started: Alertmanager[] = [];
    await provide(async (run, options = {}) => {
      const { url, token } = await run.receiver();
      const alertmanager = await startAlertmanager({ receiverUrl: url, token, ...options });
      started.push(alertmanager);
      return alertmanager;
    });
    await Promise.all(started.map((each) => each.stop()));
  },
  notifications: async ({ desktop }, provide) => {
    const watch = await watchNotifications(desktop);
    await provide(watch);
    watch.stop();
  },
  clipboard: async ({ desktop }, provide) => {
    const clipboard = openClipboard(desktop);
    await provide(clipboard);
    await clipboard.stop();
  },
});
