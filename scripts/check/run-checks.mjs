// @ts-check
import { inModules } from '../setup/project.mjs';
import { say } from '../setup/refusal.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { checkArrows } from './arrows.mjs';
import { checkPlaybookSchema } from './playbook-schema.mjs';
import { checkWords } from './words.mjs';

/** @typedef {{ name: string, run: () => Promise<import('./arrows.mjs').Result> }} Check */

// Nobody reads colours in a log.
const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };

/** @param {string} script below node_modules @param {string[]} args @returns {Check['run']} */
const tool = (script, ...args) => {
  return () => runCommand(process.execPath, [inModules(script), ...args], { env });
};

/** @type {Check[]} the slow ones first */
const checks = [
  { name: 'types', run: tool('typescript/bin/tsc', '-b', '--pretty', 'false') },
  { name: 'lint', run: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'unused', run: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'arrows', run: checkArrows },
  { name: 'format', run: tool('@biomejs/biome/bin/biome', 'format', '.') },
  { name: 'words', run: checkWords },
  { name: 'playbook schema', run: checkPlaybookSchema },
];

/** Two at a time: each of these tools uses several threads by itself. */
const lanes = 2;

/** Runs every static check and prints the output of those that fail. @returns whether all passed */
export async function runChecks() {
  /** @type {string[]} */
  const failed = [];
  const waiting = [...checks];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = Date.now();
      const { code, output } = await check.run();
      if (code !== 0) {
        failed.push(check.name);
        say(`\n${output.trim()}\n`);
      }
      say(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  say(failed.length === 0 ? 'Static checks passed.' : `Static checks failed: ${failed.join(', ')}.`);
  return failed.length === 0;
}
