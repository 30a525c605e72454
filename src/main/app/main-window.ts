import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { Destination, MessageOf, PushName } from '#shared/ipc/contract.ts';
import { sendPush } from '../ipc/push.ts';
import { appUrl } from './app-url.ts';
import { recoverRenderer } from './renderer-recovery.ts';
import { type Bounds, placeWindow, smallestWindow } from './window-place.ts';
import type { WindowStore } from './window-store.ts';
import { followZoomKeys } from './zoom.ts';

export interface MainWindowPorts {
  /** Electron's `BrowserWindow`. */
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** Work areas, the primary display's first. */
  readonly displays: () => readonly Bounds[];
  readonly store: WindowStore;
  /** The path of the built preload. */
  readonly preload: string;
  readonly icon: string | undefined;
  readonly devServer: string | undefined;
  readonly isDark: () => boolean;
  /** Whether there is somewhere to bring a hidden window back from. */
  readonly canHide: () => boolean;
  readonly now: () => number;
  readonly onTrouble: (what: string, detail: string) => void;
  /** Ends a process by its pid. */
  readonly kill: (pid: number) => void;
}

/** The one window. It is made when first wanted and then kept, hidden: showing it again takes no time. */
export interface MainWindow {
  /** Brings it up; it is told where to go once its first screen can be used. */
  open(destination?: Destination): void;
  /** Loads the page without showing it, for its store to be reconciled. No-op if it is there. */
  ensureLoaded(): void;
  /** The window says that its first screen can be used. */
  usable(): void;
  /** Tells the page, if there is one. A page still loading may miss it: it asks for the state after it has begun to listen. */
  push<Name extends PushName>(name: Name, message: MessageOf<Name>): void;
  owns(contents: WebContents): boolean;
  isVisible(): boolean;
  refreshTheme(): void;
  /** From now on closing it closes it. */
  beginQuit(): void;
}

/** A page that hung was sent where to go and never went; one that dies later than this had gone. */
const goMayBeLostMs = 30_000;
/** A page that cannot paint must not leave a person who clicked an alarm with nothing on the screen. */
const showAnywayMs = 3000;

export function createMainWindow(ports: MainWindowPorts): MainWindow {
  let window: BrowserWindow | undefined;
  let isUsable = false;
  let isPainted = false;
  let wanted = false;
  let quitting = false;
  let waiting: Destination | undefined;
  let sent: { readonly destination: Destination; readonly at: number } | undefined;

  const reveal = (target: BrowserWindow): void => {
    if (target.isDestroyed()) return;
    if (target.isMinimized()) target.restore();
    target.show();
    target.focus();
  };
  const load = (target: BrowserWindow): void => {
    isUsable = false;
    // A failure is told by `did-fail-load`, and answered there.
    target.loadURL(ports.devServer ?? appUrl).catch(() => undefined);
  };
  const remember = (target: BrowserWindow): void => {
    if (target.isDestroyed() || !target.isVisible() || target.isMinimized() || target.isFullScreen()) return;
    ports.store.save({ version: 1, bounds: target.getNormalBounds(), maximized: target.isMaximized() });
  };
  const firstPaint = (target: BrowserWindow): void => {
    isPainted = true;
    if (wanted) reveal(target);
  };

  const go = (target: BrowserWindow, destination: Destination): void => {
    waiting = undefined;
    sent = { destination, at: ports.now() };
    sendPush(target.webContents, 'window.go', destination);
  };
  const make = (): BrowserWindow => {
    const saved = ports.store.read();
    const made = ports.create({ ...windowOptions(ports), ...placeWindow(saved, ports.displays()) });
    isPainted = false;
    if (saved?.maximized) {
      // Maximising shows a window, so it waits for its first showing.
      made.once('show', () => made.maximize());
    }
    made.once('ready-to-show', () => firstPaint(made));
    const giveUpWaiting = setTimeout(() => firstPaint(made), showAnywayMs);
    made.once('ready-to-show', () => clearTimeout(giveUpWaiting));
    for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
      made.on(event as 'resize', () => remember(made));
    }
    made.on('close', (event) => {
      if (quitting) return;
      event.preventDefault();
      wanted = false;
      if (ports.canHide()) made.hide();
      else made.minimize();
    });
    made.once('closed', () => {
      clearTimeout(giveUpWaiting);
      window = undefined;
      isUsable = false;
    });
    made.webContents.on('render-process-gone', () => {
      isUsable = false;
      if (sent !== undefined && ports.now() - sent.at < goMayBeLostMs) waiting ??= sent.destination;
    });
    followZoomKeys(made.webContents);
    // A page may not hold the app open.
    made.webContents.on('will-prevent-unload', (event) => event.preventDefault());
    recoverRenderer(made, {
      load: () => load(made),
      kill: ports.kill,
      now: ports.now,
      onTrouble: ports.onTrouble,
    });
    load(made);
    return made;
  };
  const ensure = (): BrowserWindow => (window ??= make());

  return {
    open: (destination) => {
      wanted = true;
      const target = ensure();
      if (isPainted) reveal(target);
      if (destination === undefined) return;
      if (isUsable) go(target, destination);
      else waiting = destination;
    },
    ensureLoaded: () => {
      ensure();
    },
    usable: () => {
      isUsable = true;
      if (window !== undefined && waiting !== undefined) go(window, waiting);
    },
    push: (name, message) => {
      if (window !== undefined) sendPush(window.webContents, name, message);
    },
    owns: (contents) => window !== undefined && window.webContents === contents,
    isVisible: () => window?.isVisible() ?? false,
    refreshTheme: () => window?.setBackgroundColor(groundColour(ports.isDark())),
    beginQuit: () => {
      quitting = true;
    },
  };
}

/** The page's own ground, so that neither theme flashes in the other's colour. */
function groundColour(isDark: boolean): string {
  return isDark ? '#0d0f12' : '#f4f5f7';
}

function windowOptions(ports: MainWindowPorts): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: 'Tplus',
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    backgroundColor: groundColour(ports.isDark()),
    autoHideMenuBar: true,
    ...(ports.icon === undefined ? {} : { icon: ports.icon }),
    webPreferences: {
      preload: ports.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Only where the page is worked on: they run what somebody is told to paste there, and on macOS a menu opens them.
      devTools: ports.devServer !== undefined,
      // Its dictionaries are fetched from a public server.
      spellcheck: false,
      // Hidden, it may sleep: alarms are main's, and its clocks are drawn from absolute times when it is seen again.
      backgroundThrottling: true,
    },
  };
}
