import { join } from 'node:path';
import { app, protocol } from 'electron';
import { createAppLog } from './app/app-log.ts';
import { openFirstWindow } from './app/first-window.ts';
import { speakAtStart } from './app/language.ts';
import { namedProfile, profileTrouble } from './app/profile.ts';
import { registerAppScheme } from './app/protocol.ts';
import { confineContents } from './app/security.ts';
import { openSettings } from './app/settings-store.ts';
import { claimSingleInstance } from './app/single-instance.ts';
import { isUnderTest, createAppClock } from './app/test-switches.ts';
import { spawnLogThread } from './log/log-thread.ts';
import { connectLog } from './log/log-client.ts';

const named = namedProfile(process.argv, process.cwd());
if (named.ok && named.folder !== undefined) app.setPath('userData', named.folder);
const root = join(import.meta.dirname, '..', '..');
const resources = join(root, 'resources');
const playbooksDir = join(resources, 'playbooks');
const userDataDir = app.getPath('userData');
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const underTest = isUnderTest(app.isPackaged, process.env);
const report = createAppLog(userDataDir);
const options = {
  resources,
  userDataDir,
  logPath: join(userDataDir, 'tplus.db'),
  devServer,
  underTest,
  report,
  builtDir: join(root, 'out'),
  clock: createAppClock(underTest),
};

// Pages may hold what only this person should read.
process.umask(0o077);
app.setName('Tplus');
app.setAppUserModelId('app.tplus');
registerAppScheme(protocol);
confineContents(app, devServer);
process.on('uncaughtException', (error) => report('uncaught exception', error));
process.on('unhandledRejection', (error) => report('unhandled rejection', error));

const trouble = named.ok ? profileTrouble(userDataDir) : named.reason;
let secondStart: () => void = () => undefined;
if (trouble !== undefined) {
  process.stderr.write(`Tplus could not start: ${trouble}\n`);
  app.exit(1);
} else if (claimSingleInstance(app, () => secondStart())) {
  // The log's thread and the playbook get ready while Chromium does.
  const log = connectLog(() => spawnLogThread(join(import.meta.dirname, 'log-worker.cjs')));
  const playbooks = log.run('load-playbooks', { folder: playbooksDir });
  // Opened again, which then costs nothing, by the log's keeper: it says what went wrong, and tries anew.
  log.run('open', { path: options.logPath, now: Date.now() }).catch(() => undefined);
  const settings = openSettings(userDataDir, Date.now());
  speakAtStart(app.commandLine, settings.current().language);
  const started = app.whenReady().then(async () => {
    const first = openFirstWindow({ ...options, settings });
    secondStart = () => first.window.open();
    // Read while the window's own process begins, and not run before it has what it asks for.
    const { startApp } = await import('./app/start-app.ts');
    await first.pageServed;
    await startApp(first, { ...options, settings, log, playbooks, playbooksDir });
  });
  started.catch((error: unknown) => {
    report('the app could not start', error);
    process.stderr.write(
      `Tplus could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    app.exit(1);
  });
} else {
  process.stderr.write('Tplus is already running with this profile; its window was brought up.\n');
  app.quit();
}
