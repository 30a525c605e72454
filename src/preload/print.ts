import { contextBridge, ipcRenderer } from 'electron';
import { DOCUMENT_DRAWN, type PrintBridge, READ_DOCUMENT } from '#shared/ipc/print-channels.ts';

/** The hidden window gets its document, and says when it is drawn. */
const bridge: PrintBridge = {
  read: () => ipcRenderer.invoke(READ_DOCUMENT) as ReturnType<PrintBridge['read']>,
  drawn: () => ipcRenderer.send(DOCUMENT_DRAWN),
};
contextBridge.exposeInMainWorld('tplusPrint', bridge);
