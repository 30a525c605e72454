import { stat } from 'node:fs/promises';

/** Of Electron's `shell`, what is used. */
interface Shell {
  showItemInFolder(path: string): void;
  openPath(path: string): Promise<string>;
}

/** Shows a file where it lies, or what is in a folder. @throws when it is not there or nothing can show it */
export async function revealInFolder(path: string, shell: Shell): Promise<void> {
  if (!(await stat(path)).isDirectory()) {
    shell.showItemInFolder(path);
    return;
  }
  const problem = await shell.openPath(path);
  if (problem !== '') throw new Error(problem);
}
