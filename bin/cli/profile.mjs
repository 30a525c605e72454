// @ts-check
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { notRunning } from './exit.mjs';

/** @typedef {{ url: URL, token: string }} Address where the app listens */

/**
 * Finds the running app by what it wrote into its profile.
 *
 * @param {string | undefined} userDataDir
 * @returns {Promise<Address>}
 * @throws {import('./exit.mjs').Exit} the app is not running
 */
export async function findApp(userDataDir) {
  const dir = userDataDir === undefined ? defaultUserDataDir() : resolve(userDataDir);
  const file = join(dir, 'receiver.json');
  const { url, token, pid } = await readAnnouncement(file);
  // The port of an app that died may belong to another program by now, and the token is not for that.
  if (!isAlive(pid)) throw notRunning('Tplus is not running: it ended without tidying up.');
  if (!URL.canParse(url) || new URL(url).hostname !== '127.0.0.1')
    throw notRunning(`${file} cannot be used.`);
  return { url: new URL(url), token };
}

/** Where Electron keeps the profile of an app called `tplus`. */
function defaultUserDataDir({ platform, env } = process) {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'tplus');
  if (platform === 'win32') return join(env.APPDATA || join(homedir(), 'AppData', 'Roaming'), 'tplus');
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'tplus');
}

/** @param {string} file @returns {Promise<{ url: string, token: string, pid: number }>} */
async function readAnnouncement(file) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw notRunning('Tplus is not running.');
    throw notRunning(`${file} cannot be read (${String(code)}).`);
  }
  try {
    const { url, token, pid } = JSON.parse(text);
    if (typeof url === 'string' && typeof token === 'string' && Number.isInteger(pid))
      return { url, token, pid };
  } catch {
    // Said below.
  }
  throw notRunning(`${file} cannot be used.`);
}

/** @param {number} pid */
function isAlive(pid) {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
