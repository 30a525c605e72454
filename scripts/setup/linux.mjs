// @ts-check
import { existsSync } from 'node:fs';
import { aptCommand, aptInstall, aptUpdate, currentPackageName, listsAreThere } from './apt.mjs';
import { findCommand } from './find-command.mjs';
import { missingOnLinux } from './linux-needs.mjs';
import { Refusal, say } from './refusal.mjs';
import { runCommand } from './run-command.mjs';
import { makeSandboxHelper, sandboxCommand, sandboxHelperIsNeeded } from './sandbox.mjs';

/**
 * Puts the system packages in place as root; otherwise says what to type.
 *
 * @param {'run' | 'unit' | 'test'} purpose
 */
export async function ensureLinux(purpose) {
  const missing = await missingOnLinux(purpose);
  const isRoot = process.getuid?.() === 0;
  /** @type {string[]} */
  const toType = [];

  if (missing.length > 0) {
    const packages = await packagesFor(missing, isRoot);
    if (isRoot) await install(packages, purpose);
    else toType.push(aptCommand(packages));
  }
  // Unit tests open no window.
  if (purpose !== 'unit' && (await sandboxHelperIsNeeded())) {
    if (isRoot) makeSandboxHelper();
    else toType.push(sandboxCommand());
  }
  if (toType.length > 0) {
    throw new Refusal(`Root has to do this once; then run the same command again:\n  ${toType.join('\n  ')}`);
  }
}

/**
 * @param {readonly import('./linux-needs.mjs').Missing[]} missing
 * @param {boolean} isRoot
 */
async function packagesFor(missing, isRoot) {
  const unknown = missing.filter((need) => need.package === undefined);
  if (!findCommand('apt-get') || unknown.length > 0) {
    const named = (unknown.length > 0 ? unknown : missing).map(({ name }) => name);
    throw new Refusal(
      `Install these with your system's package manager, then run this again: ${named.join(', ')}.`,
    );
  }
  if (isRoot && !listsAreThere()) await aptUpdate();
  const names = new Set(missing.map((need) => need.package ?? ''));
  return Promise.all([...names].map(currentPackageName));
}

/**
 * @param {readonly string[]} packages
 * @param {'run' | 'unit' | 'test'} purpose
 */
async function install(packages, purpose) {
  say(`Installing Debian packages: ${packages.join(' ')}`);
  await aptInstall(packages);
  // The tests start their own Alertmanager; the one that comes up with its package is nobody's wish.
  if (packages.includes('prometheus-alertmanager') && existsSync('/run/systemd/system')) {
    await runCommand('systemctl', ['disable', '--now', 'prometheus-alertmanager.service']);
  }
  const still = await missingOnLinux(purpose);
  if (still.length > 0) {
    throw new Refusal(
      `The packages are installed, but these are still missing: ${still.map(({ name }) => name).join(', ')}.`,
    );
  }
}
