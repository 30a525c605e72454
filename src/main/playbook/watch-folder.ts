import { type FSWatcher, watch } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';

/** Editors write a file in several steps: looked at once nothing has happened for so long. */
const STILL_MS = 200;

export interface FolderWatch {
  /** Looks at once, and watches again if the folder had gone. */
  look(): void;
  stop(): void;
}

/**
 * Tells when something in a folder may have changed. A missing folder is made; one that was deleted or replaced is
 * watched anew at the next look. Where the system cannot watch, `look` alone has to do.
 * @param changed told after a still moment, never twice at once
 */
export function watchFolder(
  folder: string,
  changed: () => void,
  report: (what: string, error: unknown) => void,
): FolderWatch {
  let watcher: FSWatcher | undefined;
  let watched: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, STILL_MS);
    timer.unref();
  };
  const release = (): void => {
    watcher?.close();
    watcher = undefined;
    watched = undefined;
  };
  async function attach(): Promise<void> {
    await mkdir(folder, { recursive: true });
    const { ino, birthtimeMs } = await stat(folder);
    // A folder made anew may be given the number of the old one.
    const identity = `${ino}:${birthtimeMs}`;
    if (isStopped || (watcher !== undefined && watched === identity)) return;
    release();
    watched = identity;
    watcher = watch(folder, soon);
    watcher.on('error', (error) => {
      report('watching the playbooks', error);
      release();
    });
  }
  function look(): void {
    clearTimeout(timer);
    attach()
      .catch((error: unknown) => report('watching the playbooks', error))
      .finally(() => {
        if (!isStopped) changed();
      });
  }
  return {
    look,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      release();
    },
  };
}
