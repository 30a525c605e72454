// @ts-check
import { existsSync } from 'node:fs';
import { hasDisplay } from './display.mjs';
import { electronPath } from './electron-runtime.mjs';
import { findCommand } from './find-command.mjs';
import { missingLibraries, packageOfLibrary } from './linux-libraries.mjs';
import { runCommand } from './run-command.mjs';

/** @typedef {{ name: string, package: string | undefined }} Missing `name`: the command, library or font */

/** @type {Record<string, string>} command to Debian package */
const virtualDisplay = { Xvfb: 'xvfb', 'dbus-daemon': 'dbus' };

/** @type {Record<string, string>} the desktop that the end-to-end tests build for themselves */
const testDesktop = {
  ...virtualDisplay,
  xauth: 'xauth',
  openbox: 'openbox',
  dunst: 'dunst',
  dunstctl: 'dunst',
  'dbus-run-session': 'dbus',
  'dbus-launch': 'dbus-x11',
  xdotool: 'xdotool',
  xprop: 'x11-utils',
  xclip: 'xclip',
  jq: 'jq',
  import: 'imagemagick',
  'prometheus-alertmanager': 'prometheus-alertmanager',
  pdftotext: 'poppler-utils',
  pgrep: 'procps',
  unshare: 'util-linux',
};

/** What the tests' pictures show beside the fonts that the app ships. */
const testFonts = [
  {
    name: 'a Korean font',
    package: 'fonts-noto-cjk',
    language: 'ko',
    file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  },
  {
    name: 'an emoji font',
    package: 'fonts-noto-color-emoji',
    language: 'und-zsye',
    file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
  },
];

/**
 * @param {'run' | 'unit' | 'test'} purpose
 * @returns {Promise<Missing[]>}
 */
export async function missingOnLinux(purpose) {
  const libraries = await missingLibraries(electronPath());
  /** @type {Missing[]} */
  const missing = libraries.map((name) => ({ name, package: packageOfLibrary(name) }));

  const commands =
    purpose === 'test' ? testDesktop : purpose === 'run' && !(await hasDisplay()) ? virtualDisplay : {};
  for (const [name, from] of Object.entries(commands)) {
    if (!findCommand(name)) missing.push({ name, package: from });
  }
  for (const { name, package: from, ...font } of purpose === 'test' ? testFonts : []) {
    if (!(await hasFont(font))) missing.push({ name, package: from });
  }
  return missing;
}

/** @param {{ language: string, file: string }} font @returns {Promise<boolean>} */
async function hasFont({ language, file }) {
  if (existsSync(file)) return true;
  const { code, output } = await runCommand('fc-list', [`:lang=${language}`, 'family']);
  return code === 0 && output.trim() !== '';
}
