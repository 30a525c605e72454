// @ts-check
import { spawn } from 'node:child_process';
import { Refusal } from '../setup/refusal.mjs';
import { dyingWithUs } from './dying-with-us.mjs';

/**
 * Starts a server that writes where it is reachable to its file descriptor 3 once it accepts connections.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export function startHelper(command, args, env = process.env) {
  const [program, rest] = dyingWithUs(command, args);
  // A group of its own: Ctrl-C must reach the app first, and take the helper down only when the app has gone.
  const child = spawn(program, rest, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stderr?.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000);
    });
    child.stdio[3]?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve({ address: said.trim(), stop: () => child.kill('SIGTERM') });
    });
    child.on('error', (error) => reject(new Refusal(`${command} could not be started: ${error.message}`)));
    child.on('exit', () => reject(new Refusal(`${command} ended before it was ready. ${complaint.trim()}`)));
  });
}
