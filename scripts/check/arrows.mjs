// @ts-check
import { inModules, inProject } from '../setup/project.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { sourceModules } from './source-files.mjs';

/** @typedef {{ code: number, output: string }} Result */

/**
 * Checks who imports whom, by the rules in .dependency-cruiser.cjs.
 *
 * @returns {Promise<Result>}
 */
export async function checkArrows() {
  const cruiser = inModules('dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const preload = ['--require', inProject('scripts/check/parse-tsx.cjs')];
  const { code, output } = await runCommand(process.execPath, [...preload, cruiser, ...args]);
  const report = parse(output);
  if (!report) return { code: code || 1, output };

  const seen = new Set(report.modules.map((/** @type {{ source: string }} */ { source }) => source));
  const unseen = sourceModules().filter((path) => !seen.has(path));
  const lines = [
    ...report.summary.violations.map(describe),
    ...unseen.map((path) => `${path}: dependency-cruiser did not look at it`),
    ...(seen.size === 0 ? ['dependency-cruiser looked at no module at all'] : []),
  ];
  return { code: lines.length > 0 ? 1 : code, output: lines.join('\n') };
}

/** @param {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} violation */
function describe({ rule, from, to, cycle }) {
  const way = cycle ? cycle.map(({ name }) => name) : [to];
  return `${rule.name}: ${[from, ...way].join(' -> ')}`;
}

/** @param {string} text @returns {any} undefined when the cruiser broke down and wrote no report */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
