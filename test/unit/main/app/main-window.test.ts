import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Destination } from '#shared/ipc/contract.ts';
import { asPageId } from '#shared/domain/ids.ts';
import { createMainWindow, type MainWindowPorts } from '../../../../src/main/app/main-window.ts';
import type { SavedWindow } from '../../../../src/main/app/window-place.ts';

/** Behaves as Electron's where the code under test looks. */
class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    send: vi.fn<(channel: string, message: unknown) => void>(),
    forcefullyCrashRenderer: vi.fn<() => void>(),
  });
  readonly loadURL = vi.fn<(url: string) => Promise<void>>(async () => undefined);
  readonly setBackgroundColor = vi.fn<(colour: string) => void>();
  readonly focus = vi.fn<() => void>();
  state: 'hidden' | 'shown' | 'minimized' = 'hidden';

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  readonly show = (): void => {
    this.state = 'shown';
    this.emit('show');
  };
  readonly hide = (): void => {
    this.state = 'hidden';
  };
  readonly minimize = (): void => {
    this.state = 'minimized';
  };
  readonly restore = (): void => {
    this.state = 'shown';
  };
  readonly isVisible = (): boolean => this.state === 'shown';
  readonly isMinimized = (): boolean => this.state === 'minimized';
  readonly isDestroyed = (): boolean => false;
  readonly isFullScreen = (): boolean => false;
  readonly isMaximized = (): boolean => false;
  readonly getNormalBounds = () => ({ x: 5, y: 6, width: 900, height: 700 });
  /** A click on its cross. @returns whether it would have closed */
  cross(): boolean {
    const preventDefault = vi.fn<() => void>();
    this.emit('close', { preventDefault });
    return preventDefault.mock.calls.length === 0;
  }
  gone(): Destination[] {
    return this.webContents.send.mock.calls.map(([, message]) => message as Destination);
  }
}

function setUp(ports: Partial<MainWindowPorts> = {}) {
  const made: FakeWindow[] = [];
  const saved: SavedWindow[] = [];
  let now = 0;
  const main = createMainWindow({
    kill: () => {},
    create: (options) => {
      const window = new FakeWindow(options);
      made.push(window);
      return window as unknown as BrowserWindow;
    },
    displays: () => [{ x: 0, y: 0, width: 1600, height: 1000 }],
    store: {
      read: () => undefined,
      save: (window) => {
        saved.push(window);
      },
      flush: async () => undefined,
    },
    preload: '/preload.cjs',
    icon: undefined,
    devServer: undefined,
    isDark: () => true,
    canHide: () => true,
    now: () => now,
    onTrouble: () => undefined,
    ...ports,
  });
  const only = (): FakeWindow => {
    expect(made).toHaveLength(1);
    const [window] = made;
    if (window === undefined) throw new Error('no window was made');
    return window;
  };
  const wait = (ms: number): void => {
    now += ms;
  };
  return { main, made, only, saved, wait };
}
const toPage: Destination = { place: 'page', pageId: asPageId('p') };

test('is made when first wanted, locked down, and shown once it has painted', () => {
  const { main, made, only } = setUp();
  expect(made).toHaveLength(0);
  main.open();
  const window = only();
  expect(window.options).toMatchObject({
    show: false,
    backgroundColor: '#0d0f12',
    minWidth: 480,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      preload: '/preload.cjs',
    },
  });
  expect(window.loadURL).toHaveBeenCalledWith('app://tplus/index.html');
  expect(window.isVisible()).toBe(false);
  window.emit('ready-to-show');
  expect(main.isVisible()).toBe(true);
  main.open();
  expect(made).toHaveLength(1);
});

test('a page that does not paint is shown all the same', async () => {
  vi.useFakeTimers();
  const { main, only } = setUp();
  main.open();
  await vi.advanceTimersByTimeAsync(3000);
  expect(only().isVisible()).toBe(true);
  vi.useRealTimers();
});

test('loaded for its store only, it stays hidden until wanted', () => {
  const { main, only } = setUp();
  main.ensureLoaded();
  only().emit('ready-to-show');
  expect(main.isVisible()).toBe(false);
  main.open();
  expect(main.isVisible()).toBe(true);
});

test('where to go waits for the first screen; only the last wish counts', () => {
  const { main, only } = setUp();
  main.open({ place: 'pages' });
  main.open(toPage);
  expect(only().gone()).toEqual([]);
  main.usable();
  expect(only().gone()).toEqual([toPage]);
  main.open({ place: 'settings' });
  expect(only().gone()).toEqual([toPage, { place: 'settings' }]);
});

test('a page that dies soon after it was sent somewhere is sent there again, a later one is not', () => {
  const { main, only, wait } = setUp();
  main.open(toPage);
  main.usable();
  wait(10_000);
  only().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  main.usable();
  expect(only().gone()).toEqual([toPage, toPage]);
  wait(60_000);
  only().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  main.usable();
  expect(only().gone()).toHaveLength(2);
});

test('closing hides it; with no tray to bring it back from, it is minimised; when quitting, it closes', () => {
  const tray = setUp();
  tray.main.open();
  tray.only().emit('ready-to-show');
  expect(tray.only().cross()).toBe(false);
  expect(tray.only().state).toBe('hidden');
  tray.main.open();
  expect(tray.main.isVisible()).toBe(true);
  tray.main.beginQuit();
  expect(tray.only().cross()).toBe(true);

  const bare = setUp({ canHide: () => false });
  bare.main.open();
  bare.only().emit('ready-to-show');
  bare.only().cross();
  expect(bare.only().state).toBe('minimized');
  bare.main.open();
  expect(bare.only().state).toBe('shown');
});

test('its place is kept while it can be seen', () => {
  const { main, only, saved } = setUp();
  main.open();
  only().emit('move');
  expect(saved).toEqual([]);
  only().emit('ready-to-show');
  only().emit('move');
  expect(saved).toEqual([{ version: 1, bounds: { x: 5, y: 6, width: 900, height: 700 }, maximized: false }]);
});

test('one that was closed after all is made anew; pushes to none are nothing', () => {
  const { main, made } = setUp();
  main.push('window.go', toPage);
  main.refreshTheme();
  main.open();
  const [first] = made;
  expect(main.owns(first?.webContents as unknown as WebContents)).toBe(true);
  first?.emit('closed');
  expect(main.owns(first?.webContents as unknown as WebContents)).toBe(false);
  main.open();
  expect(made).toHaveLength(2);
});
