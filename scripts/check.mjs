// @ts-check
import './setup/node-version.mjs';
import { runChecks } from './check/run-checks.mjs';
import { setup } from './setup.mjs';
import { runEntry } from './setup/refusal.mjs';

await runEntry(async () => {
  await setup({ for: 'check' });
  return (await runChecks()) ? 0 : 1;
});
