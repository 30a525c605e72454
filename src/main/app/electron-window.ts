import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { Report } from './app-log.ts';
import { createMainWindow, type MainWindow, type MainWindowPorts } from './main-window.ts';
import type { Bounds } from './window-place.ts';

export interface ElectronWindowParts
  extends Pick<MainWindowPorts, 'store' | 'devServer' | 'isDark' | 'canHide' | 'now'> {
  readonly builtDir: string;
  readonly resources: string;
  readonly report: Report;
}

/** The main window on Electron's own parts. */
export function createElectronWindow({
  builtDir,
  resources,
  report,
  ...parts
}: ElectronWindowParts): MainWindow {
  return createMainWindow({
    ...parts,
    create: (options) => new BrowserWindow(options),
    displays: displaysPrimaryFirst,
    preload: join(builtDir, 'preload', 'index.cjs'),
    // Elsewhere the icon is the program's.
    icon: process.platform === 'linux' ? join(resources, 'icons', 'app.png') : undefined,
    onTrouble: report,
    kill: (pid) => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went by itself.
      }
    },
  });
}

function displaysPrimaryFirst(): Bounds[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}
