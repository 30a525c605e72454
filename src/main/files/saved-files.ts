import writeFileAtomic from 'write-file-atomic';
import type { FileToSave, SavedFile } from '#shared/ipc/contract.ts';
import { CodedError } from '../ipc/coded-error.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { cleanFileName } from './file-name.ts';

/**
 * Writes what the window has made to where a person says. A file that was there is whole until the new one is.
 * @throws {CodedError} when it could not be written
 */
export async function saveFile(file: FileToSave, dialogs: Pick<FileDialogs, 'save'>): Promise<SavedFile> {
  const path = await dialogs.save(cleanFileName(file.name));
  if (path === undefined) return { saved: false };
  await writeWhole(path, 'text' in file ? file.text : Buffer.from(file.base64, 'base64'));
  return { saved: true, path };
}

/** Writes a file so that it is the old one or the new one, never half of it. @throws {CodedError} */
async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  try {
    await writeFileAtomic(path, content);
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw new CodedError(
      isFull ? 'disk-full' : 'file-not-written',
      error instanceof Error ? error.message : String(error),
      { cause: error },
    );
  }
}
