import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_DRAWN, READ_DOCUMENT } from '#shared/ipc/print-channels.ts';
import type { PrintedDocument } from '#shared/ipc/print.ts';
import { createDocumentPrinter } from '../../../../src/main/print/document-printer.ts';

const PAPER: PrintedDocument = { title: 'Disk full', language: 'en', markdown: '# Disk full', gaps: [] };

/** What of a window the printer touches. `page` is what its page does once it is loaded. */
class FakeWindow {
  destroyed = false;
  loaded = '';
  readonly mainFrame = { url: 'app://tplus/index.html#print' };
  readonly channels = new Map<string, (event: unknown) => unknown>();
  readonly events = new EventEmitter();
  readonly options: BrowserWindowConstructorOptions;
  readonly #page: (window: FakeWindow) => void;

  constructor(options: BrowserWindowConstructorOptions, page: (window: FakeWindow) => void) {
    this.options = options;
    this.#page = page;
  }

  readonly webContents = {
    mainFrame: this.mainFrame,
    ipc: {
      handle: (name: string, answer: (event: unknown) => unknown) => this.channels.set(name, answer),
      once: (name: string, hear: (event: unknown) => unknown) => this.channels.set(name, hear),
    },
    once: (name: string, hear: (...all: unknown[]) => void) => this.events.once(name, hear),
    printToPDF: () => Promise.resolve(Buffer.from(`%PDF ${this.read()?.title}`)),
  };

  read(senderFrame: unknown = this.mainFrame): PrintedDocument | undefined {
    return this.channels.get(READ_DOCUMENT)?.({ senderFrame }) as PrintedDocument | undefined;
  }

  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    this.#page(this);
  }

  isDestroyed = (): boolean => this.destroyed;
  destroy(): void {
    this.destroyed = true;
  }
}

const draws = (window: FakeWindow): void => void window.channels.get(DOCUMENT_DRAWN)?.({});

function printerOf(page: (window: FakeWindow) => void, limitMs = 20_000) {
  const windows: FakeWindow[] = [];
  const print = createDocumentPrinter({
    create: (options) => {
      const window = new FakeWindow(options, page);
      windows.push(window);
      return window as unknown as BrowserWindow;
    },
    preload: '/built/print.cjs',
    devServer: undefined,
    limitMs,
  });
  return { print, windows };
}

describe('printing a document', () => {
  it('draws it in a hidden, confined window of the app’s own page, which is gone afterwards', async () => {
    const { print, windows } = printerOf(draws);
    expect(Buffer.from(await print(PAPER)).toString()).toBe('%PDF Disk full');
    const [window] = windows;
    expect(window?.loaded).toBe('app://tplus/index.html#print');
    expect(window?.destroyed).toBe(true);
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
  });

  it('gives the document to nothing but that page', async () => {
    const tries: unknown[] = [];
    const { print } = printerOf((window) => {
      for (const frame of [null, { url: window.mainFrame.url }, { url: 'https://evil.example' }]) {
        try {
          tries.push(window.read(frame));
        } catch (error) {
          tries.push(error);
        }
      }
      draws(window);
    });
    await print(PAPER);
    expect(tries).toEqual([expect.any(Error), expect.any(Error), expect.any(Error)]);
  });

  it('takes them one at a time, and goes on after one that failed', async () => {
    let open = 0;
    let most = 0;
    const { print, windows } = printerOf((window) => {
      open += 1;
      most = Math.max(most, open);
      queueMicrotask(() => {
        open -= 1;
        if (windows.length === 1) window.events.emit('render-process-gone', {}, { reason: 'crashed' });
        else draws(window);
      });
    });
    const [first, second] = await Promise.allSettled([print(PAPER), print({ ...PAPER, title: 'Two' })]);
    expect(first.status === 'rejected' && String(first.reason)).toContain('crashed');
    expect(second.status).toBe('fulfilled');
    expect(most).toBe(1);
    expect(windows.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('takes a page that dies while it is loaded for one failure', async () => {
    const lost: unknown[] = [];
    const hear = (error: unknown): void => void lost.push(error);
    process.on('unhandledRejection', hear);
    const { print } = printerOf((window) => {
      window.events.emit('render-process-gone', {}, { reason: 'crashed' });
      throw new Error('ERR_FAILED');
    });
    await expect(print(PAPER)).rejects.toThrow('crashed');
    await new Promise(setImmediate);
    process.off('unhandledRejection', hear);
    expect(lost).toEqual([]);
  });

  it('gives up on a page that never says it is drawn, and leaves no window behind', async () => {
    const { print, windows } = printerOf(() => undefined, 1);
    await expect(print(PAPER)).rejects.toThrow('not drawn in time');
    expect(windows[0]?.destroyed).toBe(true);
  });
});
