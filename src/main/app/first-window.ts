import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, Menu, nativeTheme, type Session, session as sessions } from 'electron';
import type { ShiftedClock } from '../platform/clock.ts';
import type { Report } from './app-log.ts';
import { createElectronWindow } from './electron-window.ts';
import { languageOf } from './language.ts';
import type { MainWindow } from './main-window.ts';
import { closeNetwork } from './network-gate.ts';
import { serveApp } from './protocol.ts';
import { denyPermissions } from './security.ts';
import type { SettingsStore } from './settings-store.ts';
import { startsHidden } from './single-instance.ts';
import { exposeTestSwitches } from './test-switches.ts';
import { createTheme, type Theme } from './theme.ts';
import { createWindowStore, type WindowStore } from './window-store.ts';

export interface FirstWindowOptions {
  readonly resources: string;
  readonly builtDir: string;
  readonly userDataDir: string;
  readonly devServer: string | undefined;
  readonly underTest: boolean;
  readonly report: Report;
  readonly clock: ShiftedClock;
  readonly settings: SettingsStore;
}

/** What a window needs, and no more: all the rest of the app is read while the window's own process begins. */
export interface FirstWindow {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly theme: Theme;
  readonly store: WindowStore;
  readonly window: MainWindow;
  /** Whether a closed window could be brought back. Until this is told, closing only minimises. */
  hideWhen(canHide: () => boolean): void;
  /** Settles when the window has its page and scripts, so that main may be busy; soon in any case: alarms wait for no window. */
  readonly pageServed: Promise<unknown>;
}

const ALARMS_WAIT_MS = 200;

/** Confines the session, then opens the window, unless the app was started for the tray alone. Once Electron is ready. */
export function openFirstWindow(options: FirstWindowOptions): FirstWindow {
  const { userDataDir, builtDir, devServer, clock, settings } = options;
  const session = sessions.defaultSession;
  const theme = createTheme(nativeTheme);
  const store = createWindowStore(userDataDir);
  let canHide = (): boolean => false;

  theme.use(settings.current().theme);
  denyPermissions(session);
  const network = closeNetwork(session, devServer);
  const served = serveApp(session, join(builtDir, 'renderer'), () =>
    languageOf(settings.current().language, app.getLocale()),
  );
  exposeTestSwitches(options.underTest, { clock, blockedRequests: network.blocked });
  // The default menu reloads and opens developer tools; on macOS it also carries copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const window = createElectronWindow({
    builtDir,
    resources: options.resources,
    report: options.report,
    store,
    devServer,
    isDark: () => theme.current() === 'dark',
    canHide: () => canHide(),
    now: clock.now,
  });
  const opens = !startsHidden(process.argv);
  if (opens) window.open();
  return {
    session,
    settings,
    theme,
    store,
    window,
    hideWhen: (answer) => {
      canHide = answer;
    },
    pageServed:
      opens && devServer === undefined ? Promise.race([served, pause(ALARMS_WAIT_MS)]) : Promise.resolve(),
  };
}
