import type { BrowserWindow, Dialog } from 'electron';
import type { Translator } from '#shared/i18n/translator.ts';

/** Where a person says which file is meant. Each answers its path, or undefined when the person thought better of it. */
export interface FileDialogs {
  save(name: string): Promise<string | undefined>;
  /** A document in Markdown. */
  open(): Promise<string | undefined>;
}

const EXTENSIONS = ['md', 'markdown', 'txt'];

/** The system's dialogs, over the app's window where there is one. */
export function createFileDialogs(
  dialog: Dialog,
  words: Translator,
  parent: () => BrowserWindow | undefined,
): FileDialogs {
  return {
    async save(name) {
      const options = {
        title: words.t('alerts:dialog.saveTitle'),
        buttonLabel: words.t('alerts:dialog.save'),
        defaultPath: name,
        properties: ['createDirectory', 'showOverwriteConfirmation'] as const,
      };
      const window = parent();
      const { canceled, filePath } = await (window === undefined
        ? dialog.showSaveDialog({ ...options, properties: [...options.properties] })
        : dialog.showSaveDialog(window, { ...options, properties: [...options.properties] }));
      return canceled || filePath === '' ? undefined : filePath;
    },
    async open() {
      const options = {
        title: words.t('alerts:dialog.openTitle'),
        buttonLabel: words.t('alerts:dialog.open'),
        filters: [{ name: words.t('alerts:dialog.kind'), extensions: EXTENSIONS }],
      };
      const window = parent();
      const { canceled, filePaths } = await (window === undefined
        ? dialog.showOpenDialog({ ...options, properties: ['openFile'] })
        : dialog.showOpenDialog(window, { ...options, properties: ['openFile'] }));
      return canceled ? undefined : filePaths[0];
    },
  };
}
