// @ts-check
import { basename } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Runs npm with the user's own configuration, so that mirrors, proxies and tokens are theirs.
 *
 * @param {readonly string[]} args
 * @param {{ show?: boolean }} [options]
 */
export function runNpm(args, options) {
  const running = process.env.npm_execpath ?? '';
  // Set by whatever started this script, which need not be npm.
  return /^npm(-cli)?\.c?js$/.test(basename(running))
    ? runCommand(process.execPath, [running, ...args], options)
    : runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}
