import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { DOCUMENT_DRAWN, PRINT_FRAGMENT, READ_DOCUMENT } from '#shared/ipc/print-channels.ts';
import type { PrintedDocument } from '#shared/ipc/print.ts';
import { appUrl, isAppUrl } from '../app/app-url.ts';

export interface PrinterPorts {
  /** Electron's `BrowserWindow`. */
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** The path of the built preload of this window. */
  readonly preload: string;
  readonly devServer: string | undefined;
  /** How long one document may take. */
  readonly limitMs?: number;
}

const LIMIT_MS = 30_000;

/**
 * Prints documents to PDF (A4), one at a time, each in a hidden window of its own that is destroyed whatever happens.
 *
 * @returns the PDF, or throws what went wrong: the page could not be drawn, or not in time
 */
export function createDocumentPrinter(
  ports: PrinterPorts,
): (document: PrintedDocument) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (document) => {
    const next = last.then(() => printOne(document, ports));
    last = next.catch(() => undefined);
    return next;
  };
}

async function printOne(
  document: PrintedDocument,
  { create, preload, devServer, limitMs = LIMIT_MS }: PrinterPorts,
): Promise<Uint8Array> {
  const window = create({
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      // It is never seen, and has to be drawn all the same.
      backgroundThrottling: false,
    },
  });
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error('the document was not drawn in time')), limitMs);
  try {
    return await Promise.race([draw(window, document, devServer), limit.promise]);
  } finally {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  }
}

async function draw(
  window: BrowserWindow,
  document: PrintedDocument,
  devServer: string | undefined,
): Promise<Uint8Array> {
  const { webContents } = window;
  const drawn = Promise.withResolvers<void>();
  // Of this window alone: no other can ask, and it can ask nothing else.
  webContents.ipc.handle(READ_DOCUMENT, ({ senderFrame }) => {
    const isOurs = senderFrame === webContents.mainFrame && isAppUrl(senderFrame.url, devServer);
    if (!isOurs) throw new Error('refused');
    return document;
  });
  webContents.ipc.once(DOCUMENT_DRAWN, () => drawn.resolve());
  webContents.once('render-process-gone', (_event, { reason }) =>
    drawn.reject(new Error(`the page that draws it is gone: ${reason}`)),
  );
  // A page that dies while it is loaded fails both.
  await Promise.all([drawn.promise, window.loadURL(`${devServer ?? appUrl}${PRINT_FRAGMENT}`)]);
  return webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}
