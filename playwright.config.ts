import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  // Apart from the report below, which must not be swept away with the artefacts of the run before.
  outputDir: 'test-results/e2e',
  // One desktop a worker; two, because each run of the app keeps a core busy while it starts.
  workers: 2,
  fullyParallel: false,
  // A test that passes only at its second try is a defect in the app or in the test: it is named and counted in the
  // last lines of the run, to be found. It does not hide what the others found.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
