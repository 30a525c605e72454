// @ts-check
import './setup/node-version.mjs';
import { pathToFileURL } from 'node:url';
import { runInForeground } from './run/foreground.mjs';
import { setup } from './setup.mjs';
import { electronPath } from './setup/electron-runtime.mjs';
import { inProject } from './setup/project.mjs';
import { runEntry } from './setup/refusal.mjs';

// Takes the pictures of the README, of the app as it is built now, into docs/pictures. Needs a colour emoji font.

// Electron's Node reads TypeScript, which the machine's need not; the app must not inherit the switch.
const load = 'delete process.env.ELECTRON_RUN_AS_NODE; await import(process.argv[1]);';

await runEntry(async () => {
  await setup({ for: 'test' });
  const take = pathToFileURL(inProject('test/pictures/take.ts')).href;
  const args = ['--no-warnings', '--input-type=module', '-e', load, take];
  return runInForeground(electronPath(), args, { ...process.env, ELECTRON_RUN_AS_NODE: '1' });
});
