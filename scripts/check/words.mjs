// @ts-check
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/project.mjs';
import { runNpm } from '../setup/npm.mjs';
import { missingFromLock } from './lock-entries.mjs';
import { projectFiles, sourceModules } from './source-files.mjs';

// A registry is the business of each user's npm configuration. Known shapes of their names:
const registryHost = /\b(registry\.[a-z0-9-]+\.(com|org|net|io|dev|cn)|npm\.pkg\.[a-z]+\.[a-z]+)\b/i;

const longestSource = 250;

/**
 * Looks for what no tool looks for: host names of registries, sources that grew too long, a lock that
 * `npm ci` would refuse.
 *
 * @returns {Promise<import('./arrows.mjs').Result>}
 */
export async function checkWords() {
  const complaints = [...registryNames(await configuredHost()), ...longSources(), ...lockProblems()];
  return { code: complaints.length > 0 ? 1 : 0, output: complaints.join('\n') };
}

/** @param {string | undefined} configured */
function registryNames(configured) {
  return projectFiles().flatMap((path) => {
    const text = readFileSync(inProject(path), 'latin1');
    const found =
      registryHost.exec(text)?.[0] ?? (configured && text.includes(configured) ? configured : undefined);
    return found ? [`${path}: names a package registry, ${found}`] : [];
  });
}

/** The host this very machine uses, which may be a private one. */
async function configuredHost() {
  const { code, output } = await runNpm(['config', 'get', 'registry', '--loglevel=error']);
  const url = output.trim().split('\n').at(-1) ?? '';
  return code === 0 && URL.canParse(url) ? new URL(url).host : undefined;
}

function longSources() {
  return sourceModules().flatMap((path) => {
    const lines = readFileSync(inProject(path), 'utf8').trimEnd().split('\n').length;
    return lines > longestSource ? [`${path}: ${lines} lines; ${longestSource} is the most`] : [];
  });
}

function lockProblems() {
  const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const missing = missingFromLock(lock);
  const remedy = 'run node scripts/complete-lock.mjs';
  return missing.map(({ name }) => `package-lock.json: no entry for ${name}; ${remedy}`);
}
