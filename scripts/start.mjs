// @ts-check
import './setup/node-version.mjs';
import { appEnvironment } from './run/app-environment.mjs';
import { mustDropSandbox } from './run/as-root.mjs';
import { runInForeground } from './run/foreground.mjs';
import { openDisplay } from './run/headless.mjs';
import { setup } from './setup.mjs';
import { electronPath } from './setup/electron-runtime.mjs';
import { root } from './setup/project.mjs';
import { runEntry } from './setup/refusal.mjs';

await runEntry(async () => {
  await setup({ for: 'run' });
  const switches = mustDropSandbox() ? ['--no-sandbox'] : [];
  const display = await openDisplay();
  try {
    const args = [...switches, root, ...process.argv.slice(2)];
    return await runInForeground(electronPath(), args, { ...appEnvironment(), ...display.env });
  } finally {
    display.stop();
  }
});
