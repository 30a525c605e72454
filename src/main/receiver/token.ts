import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, writePrivateFile } from './private-file.ts';

/** The token that senders show, made once and kept, so that what they were configured with goes on working. */
export interface TokenFile {
  readonly current: () => string;
  /** Makes another; the old one is refused from then on. @throws when it cannot be written; the old one stays */
  readonly renew: () => Promise<string>;
}

/** One line of visible ASCII, long enough not to be guessed; anything else is taken for damage. */
const USABLE = /^[\x21-\x7e]{32,200}$/;

/**
 * Reads `<user data>/token`, or makes it where there is none or only a damaged one. Others' access to
 * the file is taken away.
 * @throws what the file system throws
 */
export async function openToken(userDataDir: string): Promise<TokenFile> {
  const path = join(userDataDir, 'token');
  let token = (await readToken(path)) ?? (await makeToken(userDataDir, path));
  return {
    current: () => token,
    renew: async () => {
      token = await makeToken(userDataDir, path);
      return token;
    },
  };
}

async function readToken(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    // Reading a pipe would wait for ever, and the receiver with it.
    if (!found.isFile()) return undefined;
    if (process.platform !== 'win32' && (found.mode & 0o777) !== 0o600) await chmod(path, 0o600);
    const text = (await readFile(path, 'utf8')).trim();
    return USABLE.test(text) ? text : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function makeToken(userDataDir: string, path: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await mkdir(userDataDir, { recursive: true });
  await writePrivateFile(path, `${token}\n`);
  return token;
}
