import type { PageId } from '#shared/domain/ids.ts';
import type { PrintedDocument } from '#shared/ipc/print.ts';
import type { AppSnapshot, CommandAnswer } from '#shared/ipc/contract.ts';
import type { Settings, SettingsChange } from '#shared/settings.ts';
import type { DegradedReason } from '#shared/health.ts';
import type { Command } from '#shared/domain/command/command.ts';
import type { FileDialogs } from '../files/file-dialogs.ts';
import type { WindowPicture } from '../app/window-picture.ts';
import { openFile } from '../files/opened-files.ts';
import { saveFile } from '../files/saved-files.ts';
import type { Log } from '../log/log-client.ts';
import { LogError } from '../log/log-error.ts';
import type { ImportDesk } from '../playbook-import/import-desk.ts';
import { CodedError } from './coded-error.ts';
import type { Handlers } from './handle.ts';
import { playbookHandlers, type PlaybookPorts } from './playbook-handlers.ts';

/** What the window's requests need of the app. */
export interface RequestPorts {
  /** Settles when the log is open, or has failed to open. */
  readonly logReady: Promise<void>;
  readonly log: Log;
  readonly command: (command: Command) => Promise<CommandAnswer>;
  readonly offer: (events: readonly unknown[]) => Promise<{ added: number }>;
  readonly snapshot: () => AppSnapshot;
  readonly changeSettings: (change: SettingsChange) => Promise<Settings>;
  readonly token: { readonly show: () => string; readonly renew: () => Promise<string> };
  readonly sendTestPage: () => Promise<PageId>;
  readonly copy: (text: string, html: string | undefined) => Promise<void>;
  readonly openLink: (url: string) => Promise<boolean>;
  readonly files: FileDialogs;
  readonly playbooks: PlaybookPorts;
  readonly picture: WindowPicture;
  readonly imports: Pick<ImportDesk, 'read' | 'take'>;
  readonly print: (document: PrintedDocument) => Promise<Uint8Array>;
  readonly dismiss: (reason: DegradedReason) => void;
  readonly usable: () => void;
}

/** Answers every request of the contract. */
export function requestHandlers(ports: RequestPorts): Handlers {
  const { log } = ports;
  const logged = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    await ports.logReady;
    return coded(work);
  };
  return {
    'log.read': (input) => logged(() => log.run('read', input)),
    'log.ids': (input) => logged(() => log.run('ids', input)),
    'log.fetch': (input) => logged(() => log.run('fetch', input)),
    'log.offer': ({ events }) => logged(() => ports.offer(events)),
    'command.run': (command) => logged(() => ports.command(command)),
    'app.snapshot': () => ports.snapshot(),
    'settings.change': (change) => ports.changeSettings(change),
    'token.show': () => ({ token: ports.token.show() }),
    'token.renew': async () => ({ token: await ports.token.renew() }),
    'page.test': async () => ({ pageId: await logged(() => ports.sendTestPage()) }),
    'page.original': ({ pageId }) => logged(async () => ({ text: await log.run('original', { pageId }) })),
    'clipboard.write': async ({ text, html }) => {
      try {
        await ports.copy(text, html);
        return null;
      } catch (error) {
        throw new CodedError('clipboard', error instanceof Error ? error.message : String(error));
      }
    },
    'link.open': async ({ url }) => ({ opened: await ports.openLink(url) }),
    'file.save': (file) => saveFile(file, ports.files),
    'window.picture': async (area) => ({ base64: (await ports.picture(area)).toString('base64') }),
    'document.pdf': async (document) => ({
      base64: Buffer.from(await ports.print(document)).toString('base64'),
    }),
    'file.open': () => openFile(ports.files),
    ...playbookHandlers(ports.playbooks),
    'import.read': ({ name, document }) => ports.imports.read(name, document),
    'import.take': () => ports.imports.take(),
    'degraded.dismiss': ({ reason }) => done(() => ports.dismiss(reason)),
    'window.usable': () => done(() => ports.usable()),
  };
}

function done(work: () => void): null {
  work();
  return null;
}

async function coded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof LogError ? new CodedError(error.code, error.message) : error;
  }
}
