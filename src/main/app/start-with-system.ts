import { mkdir, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { autostartEntry } from './autostart-entry.ts';
import { hiddenSwitch } from './single-instance.ts';

/** Starts the app at log-in, without a window, or stops doing so. */
export type StartWithSystem = (isWanted: boolean) => Promise<void>;

/** Of Electron's `app`, what is used. */
export interface LoginItems {
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void;
}

export interface StartWithSystemPorts {
  readonly platform: NodeJS.Platform;
  readonly app: LoginItems;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The program, and what it needs to be told to be this app. */
  readonly command: readonly string[];
}

/** @throws by rejecting, when the system does not let it */
export function createStartWithSystem(ports: StartWithSystemPorts): StartWithSystem {
  if (ports.platform !== 'linux') {
    return async (isWanted) =>
      ports.app.setLoginItemSettings({ openAtLogin: isWanted, args: [hiddenSwitch] });
  }
  const configured = ports.env['XDG_CONFIG_HOME'];
  // The specification: a relative path in it is to be ignored.
  const config =
    configured !== undefined && isAbsolute(configured) ? configured : join(ports.home, '.config');
  const file = join(config, 'autostart', 'tplus.desktop');
  return async (isWanted) => {
    if (!isWanted) return rm(file, { force: true });
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, autostartEntry([...ports.command, hiddenSwitch]));
  };
}

/** How this very app is started again: an AppImage by its file, a checkout by the runtime and the folder. */
export function ownCommand(facts: {
  readonly execPath: string;
  readonly appPath: string;
  readonly isPackaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}): readonly string[] {
  if (!facts.isPackaged) return [facts.execPath, facts.appPath];
  return [facts.env['APPIMAGE'] ?? facts.execPath];
}
