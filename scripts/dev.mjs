// @ts-check
import './setup/node-version.mjs';
import { appEnvironment } from './run/app-environment.mjs';
import { mustDropSandbox } from './run/as-root.mjs';
import { runInForeground } from './run/foreground.mjs';
import { openDisplay } from './run/headless.mjs';
import { setup } from './setup.mjs';
import { inModules } from './setup/project.mjs';
import { runEntry } from './setup/refusal.mjs';

await runEntry(async () => {
  await setup({ for: 'dev' });
  const switches = mustDropSandbox() ? ['--noSandbox'] : [];
  const display = await openDisplay();
  try {
    const electronVite = inModules('electron-vite/bin/electron-vite.js');
    const args = [electronVite, 'dev', ...switches, '--', ...process.argv.slice(2)];
    return await runInForeground(process.execPath, args, { ...appEnvironment(), ...display.env });
  } finally {
    display.stop();
  }
});
