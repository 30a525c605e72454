import type { DeletedFiles } from '#shared/ipc/playbook-requests.ts';
import type { PlaybookLibrary } from './playbook-library.ts';

export interface DeletePorts {
  readonly library: PlaybookLibrary;
  /** Moves a file to the system's trash. */
  readonly trash: (path: string) => Promise<void>;
}

/**
 * Moves files of the person's to the trash, each for itself: what holds one of them up holds up no other, and the library
 * tells what is left. Names of other files are passed over.
 */
export function deletePlaybookFiles(
  names: readonly string[],
  { library, trash }: DeletePorts,
): Promise<DeletedFiles> {
  return library.inTurn(async () => {
    const own = names.filter((name) => library.isOwn(name));
    let detail = '';
    for (const name of own) {
      try {
        await trash(library.pathOf(name));
      } catch (error) {
        detail = error instanceof Error ? error.message : String(error);
      }
    }
    await library.refresh();
    // One that was gone before is not in the way either.
    const left = own.filter((name) => library.isOwn(name));
    return {
      deleted: own.filter((name) => !left.includes(name)),
      left,
      detail: left.length === 0 ? '' : detail,
    };
  });
}
