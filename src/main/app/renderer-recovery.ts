import type { BrowserWindow } from 'electron';

const manyCrashes = 3;
const crashWindowMs = 60_000;
const pauseMs = 30_000;
/** A page that hangs this long after Chromium has noticed is not coming back. */
const hangMs = 8000;
const stoppedMs = 3000;

/** How long to wait before the page is loaded again, by the times (ms) of its failures, this one last. */
export function reloadAfterMs(failuresAt: readonly number[]): number {
  const last = failuresAt.at(-1) ?? 0;
  const recent = failuresAt.filter((at) => last - at < crashWindowMs).length;
  if (recent <= 1) return 0;
  return recent < manyCrashes ? 1000 : pauseMs;
}

/**
 * Brings the page of a window back when its process dies, hangs, or does not load. Alarms do not depend on it and go on
 * meanwhile. A page that keeps dying is tried every half minute, not in a tight loop.
 */
export function recoverRenderer(
  window: BrowserWindow,
  options: {
    readonly load: () => void;
    /** Ends a process that answers nothing, by its pid. */
    readonly kill: (pid: number) => void;
    readonly now: () => number;
    readonly onTrouble: (what: string, detail: string) => void;
  },
): void {
  const contents = window.webContents;
  const failuresAt: number[] = [];
  let hanging: NodeJS.Timeout | undefined;
  let reload: NodeJS.Timeout | undefined;

  const comeBack = (what: string, detail: string): void => {
    clearTimeout(hanging);
    clearTimeout(reload);
    options.onTrouble(what, detail);
    failuresAt.push(options.now());
    if (failuresAt.length > manyCrashes) failuresAt.shift();
    reload = setTimeout(() => {
      if (!window.isDestroyed()) options.load();
    }, reloadAfterMs(failuresAt));
  };
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (!window.isDestroyed()) comeBack('render-process-gone', `${reason} (${exitCode})`);
  });
  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    const aborted = -3;
    if (isMainFrame && code !== aborted) comeBack('did-fail-load', `${description} ${url}`);
  });
  window.on('unresponsive', () => {
    options.onTrouble('unresponsive', 'waiting');
    clearTimeout(hanging);
    hanging = setTimeout(() => {
      if (window.isDestroyed()) return;
      // Ends in `render-process-gone`, which loads it again.
      contents.forcefullyCrashRenderer();
      // That is a message to the page's process, and one that is stopped reads none.
      hanging = setTimeout(() => options.kill(contents.getOSProcessId()), stoppedMs);
    }, hangMs);
  });
  window.on('responsive', () => clearTimeout(hanging));
  window.on('closed', () => {
    clearTimeout(hanging);
    clearTimeout(reload);
  });
}
