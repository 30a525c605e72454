// @ts-check
import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronPath } from './electron-runtime.mjs';
import { runCommand } from './run-command.mjs';

const helper = () => join(dirname(electronPath()), 'chrome-sandbox');

/** Chromium's sandbox needs user namespaces, or where users may have none a helper owned by root with its setuid bit. */
export const sandboxHelperIsNeeded = async () => !helperIsReady() && !(await usersMayHaveNamespaces());

export function makeSandboxHelper() {
  chownSync(helper(), 0, 0);
  // After chown, which clears the bit.
  chmodSync(helper(), 0o4755);
}

/** What to type without root. */
export const sandboxCommand = () => `sudo chown root:root '${helper()}' && sudo chmod 4755 '${helper()}'`;

/** Tried and not looked up: kernel settings, AppArmor, a container's filter and a chroot all have a say. */
async function usersMayHaveNamespaces() {
  const attempt = ['unshare', '--user', '--map-root-user', 'true'];
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--inh-caps=-all'];
  const [command = '', ...args] = process.getuid?.() === 0 ? [...asNobody, ...attempt] : attempt;
  const { code } = await runCommand(command, args);
  return code === 0;
}

function helperIsReady() {
  try {
    const { uid, mode } = statSync(helper());
    return uid === 0 && (mode & 0o7777) === 0o4755;
  } catch {
    return false;
  }
}
