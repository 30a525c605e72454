import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenedFile } from '#shared/ipc/contract.ts';
import { CodedError } from '../ipc/coded-error.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { asFileError } from './file-error.ts';

const MIB = 1024 * 1024;
/** Far above what any document needs, far below what would hurt. */
const MAX_BYTES = 4 * MIB;

/**
 * Reads the file that a person picks. @returns null when nothing was picked
 * @throws {CodedError} when it is too large or cannot be read
 */
export async function openFile(dialogs: Pick<FileDialogs, 'open'>): Promise<OpenedFile | null> {
  const path = await dialogs.open();
  if (path === undefined) return null;
  const name = basename(path);
  const bytes = await readAtMost(path, MAX_BYTES);
  if (bytes === undefined) {
    throw new CodedError('file-too-large', `${name}: > ${MAX_BYTES / MIB} MiB`);
  }
  return { name, bytes: new Uint8Array(bytes) };
}

/** Reads no more than the limit, also of a file that grows meanwhile. A device or a pipe has no end and may block. */
function readAtMost(path: string, limit: number): Promise<Buffer | undefined> {
  return asFileError('file-not-read', async () => {
    if (!(await stat(path)).isFile()) throw new Error(`not a regular file: ${path}`);
    const file = await open(path);
    try {
      return await readUpTo(file, limit);
    } finally {
      await file.close();
    }
  });
}

async function readUpTo(file: FileHandle, limit: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(limit + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (length > limit) return undefined;
    if (bytesRead === 0) return buffer.subarray(0, length);
  }
}
