// @ts-check
import { readFileSync } from 'node:fs';
import { inModules, inProject } from './project.mjs';
import { Refusal, say } from './refusal.mjs';
import { runNpm } from './npm.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 */

/** Installs what package-lock.json says, unless exactly that is there. */
export async function ensureDependencies() {
  if (dependenciesAreInstalled()) return;
  say('Installing the npm dependencies (npm ci)');
  // A user's own "omit=dev" or NODE_ENV=production would leave out the tools that build and test.
  const { code } = await runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    show: true,
  });
  if (code !== 0)
    throw new Refusal(`The npm dependencies could not be installed: npm ci ended with code ${code}.`);
  if (!dependenciesAreInstalled()) {
    throw new Refusal('npm ci succeeded, and yet node_modules does not match package-lock.json.');
  }
}

/**
 * npm writes node_modules/.package-lock.json last and `npm ci` removes it first, so an interrupted install
 * shows. The versions on disk are compared as well: they are what will be loaded.
 */
function dependenciesAreInstalled() {
  const wanted = readLock(inProject('package-lock.json'));
  const present = readLock(inModules('.package-lock.json'));
  if (!wanted) throw new Refusal('package-lock.json is missing or cannot be read.');
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const installed = present[path];
    if (!installed) return entry.optional === true && !isForThisMachine(entry);
    return installed.integrity === entry.integrity && versionOnDisk(path) === entry.version;
  });
}

/**
 * Optional packages are left out for other platforms, and with them what only those need. One that names this
 * very platform has to be there. (Which C library runs here takes long to learn; those npm has decided upon.)
 *
 * @param {LockEntry} entry
 */
function isForThisMachine({ os, cpu, libc }) {
  return !libc && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
}

/** @param {string} path @returns {Record<string, LockEntry> | undefined} */
function readLock(path) {
  return readJson(path)?.packages;
}

/** @param {string} packagePath @returns {string | undefined} */
function versionOnDisk(packagePath) {
  return readJson(inProject(packagePath, 'package.json'))?.version;
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
