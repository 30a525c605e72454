import type { PlaybookRequestName } from '#shared/ipc/playbook-requests.ts';
import { type DeletePorts, deletePlaybookFiles } from '../playbook/delete-files.ts';
import {
  createPlaybook,
  duplicatePlaybook,
  type LibraryEditPorts,
  playbookText,
  savePlaybookText,
} from '../playbook/library-edits.ts';
import { asFileError } from '../files/file-error.ts';
import type { Handlers } from './handle.ts';

export interface PlaybookPorts extends LibraryEditPorts, DeletePorts {
  /** Shows a file or a folder in the system's file manager. */
  readonly reveal: (path: string) => Promise<void>;
}

/** Answers what the window asks about playbooks. Only files of the library are ever touched. */
export function playbookHandlers(ports: PlaybookPorts): Pick<Handlers, PlaybookRequestName> {
  const { library } = ports;
  return {
    'playbook.read': ({ id, version }) =>
      library.current.shelf.playbooks.find(({ ref }) => ref.id === id && ref.version === version)?.editions ??
      null,
    'playbook.text': (file) => asFileError('file-not-read', () => playbookText(file, library)),
    'playbook.check': async ({ name, text }) => {
      const read = await library.parser.parse(text, name);
      return { problems: read.ok ? [] : read.problems };
    },
    'playbook.save': (edit) => asFileError('file-not-written', () => savePlaybookText(edit, ports)),
    'playbook.create': ({ texts }) => asFileError('file-not-written', () => createPlaybook(texts, ports)),
    'playbook.duplicate': (of) => asFileError('file-not-written', () => duplicatePlaybook(of, ports)),
    'playbook.delete': ({ names }) => deletePlaybookFiles(names, ports),
    'playbook.reveal': async ({ name }) => {
      const isShown = name !== undefined && library.isOwn(name);
      await ports.reveal(isShown ? library.pathOf(name) : library.folder);
      return null;
    },
  };
}
