// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, flaky?: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {string} file JSON written by a test runner; absent when it broke down before any test
 * @param {number} code the runner's exit code
 * @param {(report: any) => Counts} read
 * @returns {Counts}
 */
export function readCounts(file, code, read) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : none;
  const executed = counts.passed + counts.failed;
  // A runner also fails for what is no test: a file that does not load, an error outside any test, nothing to run.
  const broken = counts.failed === 0 && (code !== 0 || executed === 0);
  return broken ? { ...counts, failed: 1 } : counts;
}

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  flaky: (a.flaky ?? 0) + (b.flaky ?? 0),
});
