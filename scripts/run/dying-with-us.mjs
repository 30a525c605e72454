// @ts-check
import { findCommand } from '../setup/find-command.mjs';

/**
 * Where util-linux is there, a command line whose process gets SIGTERM when ours is killed outright.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function dyingWithUs(command, args) {
  const setpriv = process.platform === 'linux' ? findCommand('setpriv') : undefined;
  return setpriv ? [setpriv, ['--pdeathsig', 'TERM', '--', command, ...args]] : [command, [...args]];
}
