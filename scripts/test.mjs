// @ts-check
import './setup/node-version.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check/run-checks.mjs';
import { setup } from './setup.mjs';
import { Refusal, runEntry, say } from './setup/refusal.mjs';
import { add, none } from './test/counts.mjs';
import { runEndToEndTests } from './test/e2e.mjs';
import { runUnitTests } from './test/unit.mjs';

const suites = [
  { name: 'unit', title: 'Unit tests', purpose: /** @type {const} */ ('unit'), run: runUnitTests },
  { name: 'e2e', title: 'End-to-end tests', purpose: /** @type {const} */ ('test'), run: runEndToEndTests },
];

await runEntry(async () => {
  const [only, ...args] = process.argv.slice(2);
  const chosen = only === undefined ? suites : suites.filter(({ name }) => name === only);
  if (only === 'check') return checkAll();
  const [first] = chosen;
  if (!first) throw new Refusal('usage: node scripts/test.mjs [unit|e2e|check] [ARGS for the runner]');

  if (only !== undefined) await setup({ for: first.purpose });
  else {
    await setup({ for: 'test' });
    if (!(await runChecks())) throw new Refusal('The static checks failed; no test was run.');
  }
  return runSuites(chosen, args);
});

async function checkAll() {
  await setup({ for: 'check' });
  return (await runChecks()) ? 0 : 1;
}

/** @param {typeof suites} chosen @param {readonly string[]} args */
async function runSuites(chosen, args) {
  // Not below test-results/, which Playwright empties when it starts.
  const reports = await mkdtemp(join(tmpdir(), 'tplus-reports-'));
  let total = none;
  try {
    for (const { title, run } of chosen) {
      const counts = await run(args, reports);
      total = add(total, counts);
      if (counts.failed > 0) {
        say(`${title} failed.`);
        break;
      }
    }
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
  if (total.flaky) say(`${total.flaky} passed only at the second try: find the race`);
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}
