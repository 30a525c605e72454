import { spawn } from 'node:child_process';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type AppCommand, type AppOptions, prepareApp } from './app-command.ts';
import './page-window.ts';
import { isAlive, killTree, processTree } from './process-tree.ts';
import { collectOutput } from './processes.ts';
import { type ReceiverClient, receiverClient } from './receiver.ts';
import { playwrightLoader } from './repository.ts';
import { waitFor } from './wait-for.ts';

/** One run of the app. */
export interface RunningApp extends ReceiverClient {
  readonly pid: number;
  readonly userDataDir: string;
  /** What it printed, the last 64 KiB. */
  readonly output: () => string;
  readonly isRunning: () => boolean;
  /** All its processes: main, renderers, helpers. */
  readonly processes: () => number[];
  /** SIGKILL of all of them, as a crash or a power cut would; the profile stays as it was. */
  readonly kill: () => Promise<void>;
  /** Asks it to quit, and fails (after killing it) if it has not gone in 30 seconds. No-op if it is gone. */
  readonly close: () => Promise<void>;
}

/** A run with Playwright attached. */
export interface LaunchedApp extends RunningApp {
  readonly app: ElectronApplication;
  /** Its first window, once it is on the screen: before, nothing of it is drawn. */
  readonly page: () => Promise<Page>;
}

const quitTimeoutMs = 30_000;

function running(command: AppCommand, pid: number, output: () => string, quit: () => void): RunningApp {
  let tidied: Promise<void> | undefined;
  const tidyUp = (): Promise<void> => (tidied ??= command.tidyUp());
  const userDataDir = command.profileOf(pid);
  return {
    ...receiverClient(userDataDir, pid, output),
    pid,
    userDataDir,
    output,
    isRunning: () => isAlive(pid),
    processes: () => processTree(pid),
    kill: () => killTree(pid),
    close: async () => {
      try {
        if (isAlive(pid)) {
          quit();
          await waitFor(`the app to quit; it printed: ${output()}`, () => !isAlive(pid), quitTimeoutMs);
        }
      } finally {
        // Also sweeps up helpers that the main process has left behind.
        await killTree(pid);
        await tidyUp();
      }
    },
  };
}

/** Starts the app with Playwright attached. */
export async function launchApp(options: AppOptions): Promise<LaunchedApp> {
  const command = await prepareApp(options);
  try {
    const app = await _electron.launch({
      executablePath: command.executable,
      args: ['-r', playwrightLoader, ...command.args],
      env: command.env,
      // Otherwise Playwright adds --no-sandbox by itself, and a sandboxed run would not be one.
      chromiumSandbox: command.sandboxed,
      timeout: options.startTimeoutMs ?? 60_000,
    });
    const child = app.process();
    if (child.pid === undefined) throw new Error('The app has no process');
    const { output } = collectOutput(child);
    // Playwright's close() waits for the app to go; a refusal to quit is reported by close() above, not by this one.
    const quit = (): void => void app.close().catch(() => {});
    const page = async (): Promise<Page> => {
      const first = await app.firstWindow();
      await waitFor('the window on the screen', () =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible())),
      );
      return first;
    };
    return { ...running(command, child.pid, output, quit), app, page };
  } catch (error) {
    await command.tidyUp();
    throw error;
  }
}

/** Starts the app as a plain process: nothing attached, no debugging port. For kill storms and start-up times. */
export async function spawnApp(options: AppOptions): Promise<RunningApp> {
  const command = await prepareApp(options);
  const child = spawn(command.executable, command.args, {
    env: command.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { output } = collectOutput(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`Could not start ${command.executable}`);
  return running(command, pid, output, () => process.kill(pid, 'SIGTERM'));
}
