/** Of Electron's `powerSaveBlocker`, what is used. */
export interface SuspensionBlocker {
  start(type: 'prevent-app-suspension'): number;
  stop(id: number): void;
}

/** macOS naps apps in the background, their timers with them: not while a page is waiting. Elsewhere it does nothing. */
export function createStayAwake(
  blocker: SuspensionBlocker,
  platform: NodeJS.Platform,
): (isNeeded: boolean) => void {
  let id: number | undefined;
  return (isNeeded) => {
    if (platform !== 'darwin' || isNeeded === (id !== undefined)) return;
    if (id === undefined) id = blocker.start('prevent-app-suspension');
    else {
      blocker.stop(id);
      id = undefined;
    }
  };
}
