// @ts-check
import './setup/node-version.mjs';
import { setup } from './setup.mjs';
import { buildApp } from './setup/build.mjs';
import { runEntry } from './setup/refusal.mjs';

await runEntry(async () => {
  await setup({ for: 'check' });
  await buildApp();
});
