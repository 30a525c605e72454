import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { pushChannel, pushNames, requestChannel, requestNames } from '#shared/ipc/channels.ts';
import type { Bridge } from '#shared/ipc/contract.ts';

/** One function per channel of the contract: the page cannot name a channel of its own. */
const request = Object.fromEntries(
  requestNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(requestChannel(name), input)]),
);
const on = Object.fromEntries(
  pushNames.map((name) => [
    name,
    (listener: (message: unknown) => void) => {
      // Electron's event stays on this side: it holds the sender's port.
      const hear = (_event: IpcRendererEvent, message: unknown): void => listener(message);
      ipcRenderer.on(pushChannel(name), hear);
      return () => {
        ipcRenderer.removeListener(pushChannel(name), hear);
      };
    },
  ]),
);

// Made by name, so typed by assertion; that every name is there is what the lists' own types see to.
const bridge = { request, on } as unknown as Bridge;
contextBridge.exposeInMainWorld('tplus', bridge);
