import { mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { firstBadLine } from '#shared/domain/playbook-import/decode.ts';
import { CodedError } from '../ipc/coded-error.ts';

/** A file in the person’s folder. `stamp`: what changes when it does; `size` in bytes. */
export interface OwnFile {
  readonly name: string;
  readonly stamp: string;
  readonly size: number;
}

/** The last good version of each, beside them, where a person can find it too. */
const LAST_GOOD = '.last-good';
/** The last text of each that was written over unread. */
const REPLACED = '.replaced';
const MIB = 1024 * 1024;
/** Bytes; the reader itself says what is too long. */
export const MAX_BYTES = 4 * MIB;

/** A name of a playbook file, and of nothing else: no path, nothing hidden, nothing that an editor leaves behind. */
export function isPlaybookName(name: string): boolean {
  return /^[^./\\\p{Cc}][^/\\\p{Cc}]*\.ya?ml$/iu.test(name) && name.length <= 200;
}

/** The names of playbook files in a folder, in order; none where there is no folder. @throws when it cannot be read */
export async function listOwnNames(folder: string): Promise<string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.filter(isPlaybookName).toSorted();
}

/** @returns undefined when it has gone, or is no file. @throws when nothing can be known of it */
export async function lookAtOwnFile(folder: string, name: string): Promise<OwnFile | undefined> {
  const state = await unlessMissing(stat(join(folder, name)));
  if (state?.isFile() !== true) return undefined;
  return { name, size: state.size, stamp: `${state.mtimeMs}:${state.size}:${state.ino}` };
}

/** A file in another encoding: read leniently, what it says would be lost with the next save. */
export class NotUtf8Error extends CodedError {
  /** The first that is not UTF-8, from 1. */
  readonly line: number;

  constructor(name: string, line: number) {
    super('file-not-read', `${name}:${line}: UTF-8?`);
    this.line = line;
  }
}

/**
 * @returns undefined when it has gone
 * @throws {CodedError} when it is larger than any playbook
 * @throws {NotUtf8Error} when it is in another encoding
 */
export async function readOwnFile(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  const state = await unlessMissing(stat(path));
  if (state !== undefined && state.size > MAX_BYTES) {
    throw new CodedError('file-too-large', `${name}: > ${MAX_BYTES / MIB} MiB`);
  }
  const bytes = await unlessMissing(readFile(path));
  return bytes && asText(name, bytes);
}

function asText(name: string, bytes: Buffer): string {
  try {
    // With its mark, if it has one: what is written back is what was there.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotUtf8Error(name, firstBadLine(bytes) ?? 1);
  }
}

export function readLastGood(folder: string, name: string): Promise<string | undefined> {
  return unlessMissing(readFile(join(folder, LAST_GOOD, name), 'utf8'));
}

/** Keeps what was in force, so that it is there when the file breaks, also at the next start. */
export async function keepLastGood(folder: string, name: string, text: string): Promise<void> {
  if ((await readLastGood(folder, name)) === text) return;
  await mkdir(join(folder, LAST_GOOD), { recursive: true });
  await writeFileAtomic(join(folder, LAST_GOOD, name), text);
}

/** Keeps a text that is about to be written over, though a person asked for that. */
export async function keepReplaced(folder: string, name: string, text: string): Promise<void> {
  await mkdir(join(folder, REPLACED), { recursive: true });
  await writeFileAtomic(join(folder, REPLACED, name), text);
}

/** Lets go of what was in force of files that are no longer there. */
export async function forgetLastGood(folder: string, kept: readonly string[]): Promise<void> {
  const names = (await unlessMissing(readdir(join(folder, LAST_GOOD)))) ?? [];
  const gone = names.filter((name) => !kept.includes(name));
  await Promise.all(gone.map((name) => unlessMissing(unlink(join(folder, LAST_GOOD, name)))));
}

/**
 * Writes a file that was not there. @returns false when one of that name is, which then stays as it is
 * @throws when it cannot be written; then none is there
 */
export async function writeNewFile(folder: string, name: string, text: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const file = await open(path, 'wx').catch((error: unknown) => {
    if (isErrno(error, 'EEXIST')) return undefined;
    throw error;
  });
  if (file === undefined) return false;
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    // A part of it, such as on a full disk, would be read as a broken playbook.
    await unlink(path);
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

/** Removes files that were just written. */
export async function removeNewFiles(folder: string, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => unlessMissing(unlink(join(folder, name)))));
}

async function unlessMissing<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
