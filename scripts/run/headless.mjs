// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from '../setup/display.mjs';
import { say } from '../setup/refusal.mjs';
import { startHelper } from './helper-process.mjs';

/** @typedef {{ env: NodeJS.ProcessEnv, stop: () => void }} Display `env`: to be added to the app's */

/**
 * The display there is, or one that nobody sees, with a session bus where there is none.
 *
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  if (process.platform !== 'linux' || (await hasDisplay())) return { env: {}, stop: () => {} };
  say('No display: running under a virtual one; the receiver and the tplus command work.');
  return startHeadless();
}

/** @returns {Promise<Display>} */
async function startHeadless() {
  // Xvfb picks the display's number and says it: no race for a free one.
  const display = await startHelper('Xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1280x800x24',
    '-nolisten',
    'tcp',
    '-noreset',
  ]);
  const env = /** @type {NodeJS.ProcessEnv} */ ({ DISPLAY: `:${display.address}` });
  if (hasSessionBus()) return { env, stop: display.stop };

  const bus = await startHelper('dbus-daemon', ['--session', '--nofork', '--print-address=3'], {
    ...process.env,
    ...env,
  });
  env.DBUS_SESSION_BUS_ADDRESS = bus.address;
  return {
    env,
    stop: () => {
      bus.stop();
      display.stop();
    },
  };
}

function hasSessionBus() {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = process.env;
  return (
    Boolean(DBUS_SESSION_BUS_ADDRESS) ||
    (Boolean(XDG_RUNTIME_DIR) && existsSync(join(XDG_RUNTIME_DIR ?? '', 'bus')))
  );
}
