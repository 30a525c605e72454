// @ts-check
import './setup/node-version.mjs';
import { pathToFileURL } from 'node:url';
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { ensureLinux } from './setup/linux.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { Refusal, runEntry } from './setup/refusal.mjs';

/** @typedef {'run' | 'dev' | 'test' | 'unit' | 'check'} Purpose */

const purposes = /** @type {const} */ (['run', 'dev', 'test', 'unit', 'check']);

/**
 * Brings this checkout from whatever state to ready. Every step first looks whether it is done already; a set-up
 * that is done takes well under a second.
 *
 * @param {{ for: Purpose }} options
 */
export function setup({ for: purpose }) {
  return withSetupLock(async () => {
    await ensureDependencies();
    if (purpose === 'check') return;
    await ensureElectron();
    if (process.platform === 'linux') await ensureLinux(purpose === 'dev' ? 'run' : purpose);
    if (purpose === 'run' || purpose === 'test') await ensureBuild();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runEntry(() => {
    const purpose = purposes.find((known) => known === (process.argv[2] ?? 'run'));
    if (!purpose) throw new Refusal(`usage: node scripts/setup.mjs [${purposes.join('|')}]`);
    return setup({ for: purpose });
  });
}
