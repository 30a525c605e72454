import { app } from 'electron';
import type { Settings } from '#shared/settings.ts';
import type { Report } from './app-log.ts';
import type { SettingsStore } from './settings-store.ts';
import { createStartWithSystem, ownCommand } from './start-with-system.ts';

export interface FollowSettingsParts {
  readonly settings: SettingsStore;
  readonly useTheme: (theme: Settings['theme']) => void;
  readonly useLanguage: () => void;
  readonly useReceiverPort: (port: number) => void;
  readonly useGlobalShortcut: (accelerator: string) => void;
  readonly usePlaybook: () => void;
  readonly changed: () => void;
  readonly report: Report;
}

/** Carries out what a changed setting means; what did not change is left alone. */
export function followSettings(parts: FollowSettingsParts): void {
  const startWithSystem = createStartWithSystem({
    platform: process.platform,
    app,
    env: process.env,
    home: app.getPath('home'),
    command: ownCommand({
      execPath: process.execPath,
      appPath: app.getAppPath(),
      isPackaged: app.isPackaged,
      env: process.env,
    }),
  });
  parts.settings.onChange((now, before) => {
    if (now.theme !== before.theme) parts.useTheme(now.theme);
    if (now.language !== before.language) parts.useLanguage();
    if (now.receiverPort !== before.receiverPort) parts.useReceiverPort(now.receiverPort);
    if (now.globalShortcut !== before.globalShortcut) parts.useGlobalShortcut(now.globalShortcut);
    if (now.playbook !== before.playbook) parts.usePlaybook();
    if (now.startWithSystem !== before.startWithSystem) {
      startWithSystem(now.startWithSystem).catch((error: unknown) =>
        parts.report('starting with the system', error),
      );
    }
    parts.changed();
  });
}
