// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { Refusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

const installArgs = ['install', '-y', '--no-install-recommends'];

/** @param {readonly string[]} packages what to type without root */
export const aptCommand = (packages) =>
  `sudo apt-get update && sudo apt-get ${installArgs.join(' ')} ${packages.join(' ')}`;

const env = {
  ...process.env,
  DEBIAN_FRONTEND: 'noninteractive',
  NEEDRESTART_SUSPEND: '1',
  // Where there is no systemd, init scripts of new packages are not started in this runlevel.
  RUNLEVEL: '1',
};

/**
 * Installs as root, never asking anything.
 *
 * @param {readonly string[]} packages
 */
export async function aptInstall(packages) {
  if (!listsAreThere()) await aptUpdate();
  const first = await install(packages);
  if (first.code === 0) return;
  // Old lists name versions that are gone.
  await aptUpdate();
  const second = await install(packages);
  if (second.code !== 0) {
    throw new Refusal(`apt-get could not install ${packages.join(' ')}:\n${second.output.trim()}`);
  }
}

/**
 * Ubuntu 24.04 and Debian 13 renamed many libraries for their 64-bit time.
 *
 * @param {string} name
 */
export async function currentPackageName(name) {
  const { code } = await runCommand('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 ? `${name}t64` : name;
}

/** @param {readonly string[]} packages */
const install = (packages) =>
  runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...installArgs, ...packages], { env });

export async function aptUpdate() {
  const { code, output } = await runCommand('apt-get', ['-q', 'update'], { env });
  if (code !== 0) throw new Refusal(`apt-get update failed:\n${output.trim()}`);
}

export function listsAreThere() {
  const lists = '/var/lib/apt/lists';
  return existsSync(lists) && readdirSync(lists).some((name) => name.includes('_Packages'));
}
