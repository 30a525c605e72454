import { join } from 'node:path';
import { app, protocol } from 'electron';
import { createAppLog } from './app/app-log.ts';
import { registerAppScheme } from './app/protocol.ts';
import { confineContents } from './app/security.ts';
import { openSettings } from './app/settings-store.ts';
import { claimSingleInstance } from './app/single-instance.ts';
import { startApp } from './app/start-app.ts';
import { isUnderTest, createAppClock } from './app/test-switches.ts';
import { spawnLogThread } from './log/log-thread.ts';
import { connectLog } from './log/log-client.ts';

const root = join(import.meta.dirname, '..', '..');
const resources = join(root, 'resources');
const playbooksDir = join(resources, 'playbooks');
const userDataDir = app.getPath('userData');
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const underTest = isUnderTest(app.isPackaged, process.env);
const report = createAppLog(userDataDir);

// Pages may hold what only this person should read.
process.umask(0o077);
app.setName('Tplus');
app.setAppUserModelId('app.tplus');
registerAppScheme(protocol);
confineContents(app, devServer);
process.on('uncaughtException', (error) => report('uncaught exception', error));
process.on('unhandledRejection', (error) => report('unhandled rejection', error));

let secondStart: () => void = () => undefined;
if (claimSingleInstance(app, () => secondStart())) {
  // The log's thread and the playbook get ready while Chromium does.
  const log = connectLog(() => spawnLogThread(join(import.meta.dirname, 'log-worker.js')));
  const playbooks = log.run('load-playbooks', { folder: playbooksDir });
  const started = app.whenReady().then(async () =>
    startApp({
      resources,
      userDataDir,
      devServer,
      underTest,
      report,
      log,
      clock: createAppClock(underTest),
      settings: openSettings(userDataDir, Date.now()),
      playbooks,
      playbooksDir,
      builtDir: join(root, 'out'),
    }),
  );
  started.then(
    ({ show }) => {
      secondStart = show;
    },
    (error: unknown) => {
      report('the app could not start', error);
      process.stderr.write(
        `Tplus could not start: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      app.exit(1);
    },
  );
} else {
  process.stderr.write('Tplus is already running with this profile; its window was brought up.\n');
  app.quit();
}
