import type { PrintedDocument } from './print.ts';

/** Between main and the one hidden window that draws a document for printing: nothing else is asked there. */
export const READ_DOCUMENT = 'tplus:print:read';
export const DOCUMENT_DRAWN = 'tplus:print:drawn';
/** What the window's address ends in. */
export const PRINT_FRAGMENT = '#print';

/** What that window's preload puts on `window.tplusPrint`. */
export interface PrintBridge {
  read(): Promise<PrintedDocument>;
  drawn(): void;
}
