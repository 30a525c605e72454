// @ts-check
import { isAbsolute } from 'node:path';
import { Refusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

// What Electron links to, and the Debian package that has it.
const packages = /** @type {Record<string, string>} */ ({
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
});

/**
 * Asks the loader, which knows better than any list.
 *
 * @param {string} executable
 * @returns {Promise<string[]>} names such as `libnss3.so`
 */
export async function missingLibraries(executable) {
  // An untranslated "not found", whatever the user's language.
  const { code, output } = await runCommand('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } });
  if (code !== 0) throw new Refusal(`This Linux cannot load Electron (ldd ${executable}: ${output.trim()}).`);
  return output
    .split('\n')
    .filter((line) => line.includes('=> not found'))
    .map((line) => line.trim().split(' ', 1)[0] ?? '')
    .filter((name) => name && !isAbsolute(name));
}

/** @param {string} library @returns {string | undefined} */
export const packageOfLibrary = (library) => packages[library];
