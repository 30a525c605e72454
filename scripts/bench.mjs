// @ts-check
import './setup/node-version.mjs';
import { pathToFileURL } from 'node:url';
import { runInForeground } from './run/foreground.mjs';
import { setup } from './setup.mjs';
import { electronPath } from './setup/electron-runtime.mjs';
import { inProject } from './setup/project.mjs';
import { runEntry } from './setup/refusal.mjs';

// Electron's Node reads TypeScript, which the machine's need not; the apps it measures must not inherit the switch.
const load = 'delete process.env.ELECTRON_RUN_AS_NODE; await import(process.argv[1]);';

await runEntry(async () => {
  await setup({ for: 'test' });
  const bench = pathToFileURL(inProject('test/bench/run.ts')).href;
  const args = ['--no-warnings', '--input-type=module', '-e', load, bench, ...process.argv.slice(2)];
  return runInForeground(electronPath(), args, { ...process.env, ELECTRON_RUN_AS_NODE: '1' });
});
