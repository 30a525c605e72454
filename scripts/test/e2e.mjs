// @ts-check
import { join } from 'node:path';
import { appEnvironment } from '../run/app-environment.mjs';
import { runInForeground } from '../run/foreground.mjs';
import { inModules } from '../setup/project.mjs';
import { readCounts } from './counts.mjs';

/**
 * Runs Playwright; the tests bring up their own display, bus and window manager.
 *
 * @param {readonly string[]} args for Playwright
 * @param {string} reports folder
 */
export async function runEndToEndTests(args, reports) {
  const file = join(reports, 'e2e.json');
  const env = { ...appEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: file, TZ: 'UTC' };
  const playwright = inModules('@playwright/test/cli.js');
  const code = await runInForeground(
    process.execPath,
    [playwright, 'test', '--reporter=list,json', ...args],
    env,
  );
  return readCounts(file, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    flaky: stats.flaky,
  }));
}
