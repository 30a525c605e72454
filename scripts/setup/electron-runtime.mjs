// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isExecutable } from './find-command.mjs';
import { inModules } from './project.mjs';

export const fallbackVersion = '42.0.0';
export const distFolder = inModules('electron', 'dist');
export const pathFile = inModules('electron', 'path.txt');
/** Its presence says that the runtime is a third party's repack; packaging refuses it. */
export const fallbackMark = join(distFolder, 'FALLBACK');

const executables = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
});

/** The executable as Electron's own installer would name it on this platform. */
export const executableName = executables[process.platform] ?? 'electron';

/** The Electron executable, where it is or would be. */
export const electronPath = () => join(process.env.ELECTRON_OVERRIDE_DIST_PATH || distFolder, executableName);

/** The version package.json asks for. */
export const wantedVersion = () =>
  String(JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version);

const isFallback = () => !process.env.ELECTRON_OVERRIDE_DIST_PATH && existsSync(fallbackMark);

/** Both kinds of install write path.txt last, so one that was interrupted does not count. */
export function runtimeIsInstalled() {
  if (!isExecutable(electronPath())) return false;
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return true;
  if (readText(pathFile) !== executableName) return false;
  return (
    readText(join(distFolder, 'version')).replace(/^v/, '') ===
    (isFallback() ? fallbackVersion : wantedVersion())
  );
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
