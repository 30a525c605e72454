import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, writePrivateFile } from './private-file.ts';

/** `<user data>/receiver.json`: where the app accepts pages, for senders on this machine and the command line. */
export interface Announcement {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly version: string;
}

/** @throws what the file system throws */
export async function writeAnnouncement(userDataDir: string, announcement: Announcement): Promise<void> {
  await mkdir(userDataDir, { recursive: true });
  await writePrivateFile(fileIn(userDataDir), `${JSON.stringify(announcement)}\n`);
}

/** Removes it unless another run of the app has put its own there. @throws what the file system throws */
export async function removeAnnouncement(userDataDir: string, pid: number): Promise<void> {
  if ((await writerOf(fileIn(userDataDir))) === pid) await rm(fileIn(userDataDir), { force: true });
}

async function writerOf(path: string): Promise<number | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'));
    const pid = typeof read === 'object' && read !== null && 'pid' in read ? read.pid : undefined;
    return typeof pid === 'number' ? pid : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fileIn(userDataDir: string): string {
  return join(userDataDir, 'receiver.json');
}
