import writeFileAtomic from 'write-file-atomic';
import type { FileToSave, SavedFile } from '#shared/ipc/contract.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { asFileError } from './file-error.ts';
import { cleanFileName } from './file-name.ts';

/**
 * Writes what the window has made to where a person says. A file that was there is whole until the new one is.
 * @throws {CodedError} when it could not be written
 */
export async function saveFile(file: FileToSave, dialogs: Pick<FileDialogs, 'save'>): Promise<SavedFile> {
  const path = await dialogs.save(cleanFileName(file.name));
  if (path === undefined) return { saved: false };
  const content = 'text' in file ? file.text : Buffer.from(file.base64, 'base64');
  await asFileError('file-not-written', () => writeFileAtomic(path, content));
  return { saved: true, path };
}
