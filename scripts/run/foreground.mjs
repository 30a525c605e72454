// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { root } from '../setup/project.mjs';
import { Refusal } from '../setup/refusal.mjs';
import { dyingWithUs } from './dying-with-us.mjs';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command as if it were this process: its output, its signals, its exit code.
 *
 * It gets a process group of its own. Otherwise Ctrl-C would reach it from the terminal, from npm and from us, and
 * the second signal makes Chromium drop everything instead of quitting.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code; 128 + n after signal n
 */
export function runInForeground(command, args, env = process.env) {
  const [program, rest] = dyingWithUs(command, args);
  const detached = process.platform !== 'win32';
  const child = spawn(program, rest, { cwd: root, env, detached, stdio: 'inherit' });
  let passedAt = 0;

  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (Date.now() - passedAt < 500) return;
    passedAt = Date.now();
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  const watch = watchParent(() => {
    // Not once more after a signal that came before: it is on its way out.
    if (passedAt === 0) pass('SIGTERM');
  });

  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  }).finally(() => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  });
}

/**
 * An npm that is killed outright cannot tell us, nor can the shell between it and us.
 *
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const before = ancestors();
  return setInterval(() => {
    if (ancestors() !== before) onGone();
  }, 1000);
}

function ancestors() {
  const parent = process.ppid;
  return `${parent} ${parentOf(parent)}`;
}

/** @param {number} pid @returns {string | undefined} undefined where there is no /proc */
function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
