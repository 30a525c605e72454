import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import { alertWords } from '#shared/i18n/alert-words.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { type Core, createCore } from '../core.ts';
import { createFileDialogs } from '../files/file-dialogs.ts';
import { type Handlers, handleRequests } from '../ipc/handle.ts';
import { handlersWhenReady } from '../ipc/handlers-when-ready.ts';
import { requestHandlers } from '../ipc/request-handlers.ts';
import type { Log } from '../log/log-client.ts';
import { ImportDesk } from '../playbook-import/import-desk.ts';
import { readInThread, spawnImportThread } from '../playbook-import/import-thread.ts';
import { createClipboard } from '../platform/clipboard.ts';
import { collectOnce } from '../platform/collect-once.ts';
import type { LoadedPlaybooks } from '../playbook/loaded-playbooks.ts';
import { createDocumentPrinter } from '../print/document-printer.ts';
import { createDesktop } from './desktop.ts';
import { openExternalLink } from './external-link.ts';
import type { FirstWindow, FirstWindowOptions } from './first-window.ts';
import { followSettings } from './follow-settings.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import { revealInFolder } from './reveal.ts';
import { followLibrary, openLibrary } from './open-library.ts';
import { languageOf } from './language.ts';
import { createQuitting, quitOnSignals } from './quit.ts';
import { askToQuit } from './quit-question.ts';
import { ReceiverHost } from './receiver-host.ts';
import { appSnapshot, identityOf } from './snapshot.ts';
import { createStayAwake } from './stay-awake.ts';
import { runTrayAction } from './tray-actions.ts';
import { watchWake } from './wake.ts';
import { pictureOf } from './window-picture.ts';

export interface StartOptions extends FirstWindowOptions {
  readonly playbooksDir: string;
  readonly log: Log;
  readonly logPath: string;
  readonly playbooks: Promise<LoadedPlaybooks>;
}

/** The window has read ahead by then what the next screen needs. */
const COLLECT_AFTER_MS = 2000;

/** Puts the parts together, around the window that is open already. What is wired here is the whole of the app. */
export async function startApp(
  { settings, theme, store, window, hideWhen }: FirstWindow,
  options: StartOptions,
): Promise<void> {
  const { clock, report, devServer, userDataDir, resources } = options;
  const { app } = electron;
  const identity = identityOf(app.getVersion(), process);
  const language = () => languageOf(settings.current().language, app.getLocale());
  const words = createTranslator(language(), alertWords);
  const { promise: handlers, resolve: answerRequests } = Promise.withResolvers<Handlers>();
  handleRequests(electron.ipcMain, handlersWhenReady(handlers), {
    devServer,
    isOurs: (contents: Electron.WebContents) => window.owns(contents),
    onTrouble: (name, detail, error) => report(`${name}: ${detail}`, error),
  });
  // Nothing is waited for between the desktop and the core, of which the desktop tells.
  const library = await openLibrary({
    ...options,
    builtIn: options.playbooks,
    builtInFolder: options.playbooksDir,
    wanted: () => settings.current().playbook,
  });
  const clipboard = createClipboard(electron);
  const stayAwake = createStayAwake(electron.powerSaveBlocker, process.platform);

  const desktop = createDesktop({
    resources,
    words,
    language,
    onTrayAction: (action) => runTrayAction(action, { window, core, quitting, report }),
    onTrayHost: (state) => core.health.setTray(state),
  });
  hideWhen(() => desktop.hasTray());
  const imports = new ImportDesk({
    read: (document) =>
      readInThread(spawnImportThread(join(import.meta.dirname, '..', 'import-worker.cjs')), {
        document,
        playbooks: options.playbooksDir,
      }),
    go: (destination) => window.open(destination),
  });
  const core: Core = createCore({
    ...identity,
    clock,
    language,
    words,
    report,
    log: options.log,
    logPath: options.logPath,
    notifier: desktop.notifier,
    shelf: library.current.shelf,
    settings: settings.current,
    author: () => settings.current().name || userInfo().username,
    copy: (text, html) => clipboard.write({ text, html }),
    showTray: (view) => desktop.showTray(view),
    decided: ({ unacknowledged }) => stayAwake(unacknowledged > 0),
    go: (destination) => window.open(destination),
    importDocument: (name, document) => imports.handOver(name, document),
    push: (name, message) => window.push(name, message),
    changed: () => changed(),
    // On a fresh profile there is nothing to refill from.
    refill: () => {
      if (existsSync(join(userDataDir, 'IndexedDB'))) window.ensureLoaded();
    },
  });
  const receiver = new ReceiverHost({
    userDataDir,
    clock,
    report,
    version: identity.version,
    paging: core.paging,
    health: core.health,
    tooLargePage: (source, limit) => ({
      title: words.t('alerts:tooLarge.title', { source }),
      summary: words.t('alerts:tooLarge.summary', { limit }),
    }),
    changed: () => changed(),
  });

  const shortcut = createGlobalShortcut(electron.globalShortcut, { pressed: () => window.open(), report });
  shortcut.use(settings.current().globalShortcut);

  const snapshot = () =>
    appSnapshot({
      identity,
      settings,
      language,
      theme,
      core,
      receiver,
      shortcut,
      clock,
      library,
    });
  /** Windows show the state of the app; tray and alarms may depend on it too. */
  function changed(): void {
    window.push('app.changed', snapshot());
    core.look();
  }
  followSettings({
    settings,
    report,
    changed,
    useTheme: (setting) => theme.use(setting),
    useLanguage: () => void words.changeLanguage(language()),
    useReceiverPort: (port) => void receiver.use(port),
    useGlobalShortcut: (accelerator) => shortcut.use(accelerator),
    usePlaybook: () => library.recompose(),
  });
  theme.onChange(() => {
    window.refreshTheme();
    changed();
  });
  clock.onShift(changed);
  const stopWake = watchWake(electron.powerMonitor, changed);
  // Not before all that a snapshot is made of.
  followLibrary({ library, settings: settings.current, core, changed });
  if (settings.setAside !== undefined) core.health.raise('settings-set-aside', settings.setAside);

  const ownWindow = (): electron.BrowserWindow | undefined =>
    electron.BrowserWindow.getAllWindows().find(({ webContents }) => window.owns(webContents));
  let collected = false;
  answerRequests(
    requestHandlers({
      logReady: core.logReady,
      log: options.log,
      command: (command) => core.desk.command(command),
      offer: (events) => core.desk.offer(events),
      snapshot,
      changeSettings: (change) => settings.change(change),
      token: { show: () => receiver.token(), renew: () => receiver.renewToken() },
      sendTestPage: () => core.sendTestPage(),
      copy: (text, html) => clipboard.write({ text, html }),
      openLink: (url) => openExternalLink(url, electron.shell),
      files: createFileDialogs(electron.dialog, words, ownWindow),
      picture: pictureOf(ownWindow),
      print: createDocumentPrinter({
        create: (windowOptions) => new electron.BrowserWindow(windowOptions),
        preload: join(options.builtDir, 'preload', 'print.cjs'),
        devServer,
      }),
      playbooks: {
        library,
        copyTitle: (title, edition) => words.getFixedT(edition)('alerts:playbookCopy', { title }),
        trash: (path) => electron.shell.trashItem(path),
        reveal: (path) => revealInFolder(path, electron.shell),
      },
      imports,
      dismiss: (reason) => core.health.clear(reason),
      usable: () => {
        window.usable();
        if (!collected) setTimeout(collectOnce, COLLECT_AFTER_MS).unref();
        collected = true;
        // What the benchmark waits for, as it does for the bare window's.
        if (options.underTest) process.stdout.write('bench: usable\n');
      },
    }),
  );

  const quitting = createQuitting({
    app,
    unacknowledged: () => core.unacknowledged(),
    ask: (count) => askToQuit(electron.dialog, words, count),
    askAlways: process.platform === 'darwin',
    onQuitting: () => window.beginQuit(),
    shutDown: async () => {
      stopWake();
      shortcut.stop();
      library.stop();
      await receiver.stop();
      await store.flush();
      await core.stop();
      desktop.stop();
    },
  });
  quitOnSignals(process, () => quitting.now());
  // The app lives in the tray: having no window is not the end of it.
  app.on('window-all-closed', () => undefined);
  app.on('browser-window-focus', () => library.look());
  app.on('activate', () => window.open());

  await core.logReady;
  await receiver.use(settings.current().receiverPort);
}
