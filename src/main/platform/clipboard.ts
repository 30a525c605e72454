import { CodedError } from '../ipc/coded-error.ts';

/** The system clipboard. Main's, because with every permission denied, or hidden, a page cannot copy. */
export interface ClipboardPort {
  /** @throws {CodedError} `clipboard` */
  write(content: { readonly text: string; readonly html?: string | undefined }): Promise<void>;
}

/** Electron's module up to 43: synchronous. */
interface PlainClipboard {
  write(data: { text: string; html?: string }): void;
}
/** From 44 on: promises, and items by type as in the browser. */
interface ItemClipboard<Item> {
  write(items: Item[]): Promise<void>;
}
type ItemConstructor<Item> = new (data: Record<string, string>) => Item;

/**
 * @param electron the whole module, because the older one has no `ClipboardItem` to import; which of the two it is shows
 * by that
 */
export function createClipboard(electron: {
  readonly clipboard: unknown;
  readonly ClipboardItem?: unknown;
}): ClipboardPort {
  const write = writerOf(electron);
  return {
    write: async ({ text, html }) => {
      try {
        await write(text, html);
      } catch (error) {
        throw new CodedError('clipboard', error instanceof Error ? error.message : String(error));
      }
    },
  };
}

function writerOf(electron: {
  readonly clipboard: unknown;
  readonly ClipboardItem?: unknown;
}): (text: string, html: string | undefined) => Promise<void> | void {
  if (typeof electron.ClipboardItem === 'function') {
    const clipboard = electron.clipboard as ItemClipboard<object>;
    const Item = electron.ClipboardItem as ItemConstructor<object>;
    return (text, html) =>
      clipboard.write([
        new Item({ 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) }),
      ]);
  }
  const clipboard = electron.clipboard as PlainClipboard;
  return (text, html) => clipboard.write({ text, ...(html === undefined ? {} : { html }) });
}
