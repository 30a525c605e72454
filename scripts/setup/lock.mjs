// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { say } from './refusal.mjs';

const lockFile = inProject('.cache', 'setup.lock');

const beatMs = 2_000;
const staleMs = 30_000;

/**
 * One set-up at a time in a checkout: `npm start` and `npm test` may well be begun side by side.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(work) {
  mkdirSync(inProject('.cache'), { recursive: true });
  let told = false;
  while (!tryLock()) {
    if (isAbandoned()) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!told) say('Waiting for another set-up of this checkout to end');
    told = true;
    await pause(200);
  }
  const heart = setInterval(beat, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    if (owner() === process.pid) rmSync(lockFile, { force: true });
  }
}

/** Of a machine that slept, another set-up may have taken the lock for abandoned. */
function beat() {
  if (owner() === process.pid) utimesSync(lockFile, new Date(), new Date());
}

/** @returns {number | undefined} the process that holds the lock; undefined when none does */
function owner() {
  try {
    return Number(readFileSync(lockFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** A killed owner leaves its lock. Its number may be in use again, after a restart say, so the beat counts too. */
function isAbandoned() {
  const holder = owner();
  const touched = statSync(lockFile, { throwIfNoEntry: false });
  // Gone in between.
  if (holder === undefined || !touched) return false;
  return Date.now() - touched.mtimeMs > staleMs || (holder > 0 && !isRunning(holder));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
