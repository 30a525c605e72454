import type { App } from 'electron';

/** Started at log-in: nobody asked for a window. */
export const hiddenSwitch = '--hidden';

export function startsHidden(argv: readonly string[]): boolean {
  return argv.includes(hiddenSwitch);
}

/**
 * One app for each profile. A second start brings the first one's window up and goes. Its arguments are looked at for
 * `--hidden` only: nothing in them is opened, run or navigated to.
 * @returns false when another one is running, and this one must quit
 */
export function claimSingleInstance(app: App, onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => {
    if (!startsHidden(argv)) onSecondStart();
  });
  return true;
}
