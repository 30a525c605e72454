// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + n after signal n, 127 when the command could not be started
 * @property {string} output stdout and stderr as they came; empty when shown
 * @property {boolean} timedOut
 */

/**
 * Runs a command without a terminal on its stdin, so that nothing can stop to ask.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv, timeoutMs?: number, shell?: boolean }} [options]
 *   `show`: pass the output through and keep nothing
 * @returns {Promise<Outcome>}
 */
export function runCommand(
  command,
  args,
  { show = false, env = process.env, timeoutMs, shell = false } = {},
) {
  return new Promise((resolve) => {
    const stdio = show ? 'inherit' : 'pipe';
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', stdio, stdio] });
    /** @type {Buffer[]} */
    const chunks = [];
    let timedOut = false;
    const limit = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    /** @param {number} code @param {string} [extra] */
    const settle = (code, extra = '') => {
      clearTimeout(limit);
      resolve({ code, output: Buffer.concat(chunks).toString() + extra, timedOut });
    };
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => settle(127, error.message));
    child.on('close', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
