// @ts-check
import { join } from 'node:path';
import { runInForeground } from '../run/foreground.mjs';
import { electronPath } from '../setup/electron-runtime.mjs';
import { inModules } from '../setup/project.mjs';
import { readCounts } from './counts.mjs';

/**
 * Runs vitest on the Node inside Electron, which is the one that ships and has node:sqlite.
 *
 * @param {readonly string[]} args for vitest
 * @param {string} reports folder
 */
export async function runUnitTests(args, reports) {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', TZ: 'UTC' };
  const vitest = inModules('vitest/vitest.mjs');
  const code = await runInForeground(electronPath(), [vitest, 'run', ...reporters, ...args], env);
  return readCounts(file, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}
