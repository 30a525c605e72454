import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivateBus } from './private-bus.ts';
import { type Environment, type OwnedProcess, run, startOwned } from './processes.ts';
import { waitFor } from './wait-for.ts';

/** A private X display with a window manager and a private session bus: real ones, seen by nobody else. */
export interface Desktop {
  /** The whole environment for what runs on this desktop; nothing of the developer's own session is in it. */
  readonly env: Environment;
  /** `:N` */
  readonly display: string;
  readonly busAddress: string;
  /** Writes the whole screen to `file` (the ending chooses the format). */
  readonly screenshot: (file: string) => Promise<void>;
  /** Ends everything that was started for it. Calling it twice is harmless. */
  readonly stop: () => Promise<void>;
}

export interface DesktopOptions {
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /**
   * Bus names that the bus promises to start on demand by a command that never claims them: a call to one hangs until
   * the bus gives up after two minutes, which is how a broken notification daemon looks.
   */
  readonly activatableButNeverClaimed?: readonly string[];
}

/** The XDG directories below `home`, created, as environment variables. */
export async function homeEnvironment(home: string): Promise<Record<string, string>> {
  const env = {
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_STATE_HOME: join(home, 'state'),
  };
  for (const dir of Object.values(env)) await mkdir(dir, { recursive: true, mode: 0o700 });
  return env;
}

/** Starts X, the bus and the window manager, each waited for. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-desktop-'));
  // Passable for an app that runs as another user: the bus socket is in here.
  await chmod(dir, 0o711);
  const started: OwnedProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.splice(0).map((each) => each.stop()));
    await rm(dir, { recursive: true, force: true });
  };
  const base: Environment = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    LANGUAGE: 'en',
    TZ: 'UTC',
    NO_AT_BRIDGE: '1',
    // Nor the machine's own bus: its suspend and shutdown signals must not reach a test.
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(dir, 'no-system-bus')}`,
    ...(await homeEnvironment(join(dir, 'home'))),
  };
  try {
    const size = `${options.width ?? 1600}x${options.height ?? 1000}x24`;
    // -displayfd picks a free number atomically; -ac admits an app that runs as another user.
    const x = startOwned(
      'Xvfb',
      ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp', '-ac', '-noreset'],
      base,
    );
    started.push(x);
    const bus = await startPrivateBus(dir, base, options.activatableButNeverClaimed ?? []);
    started.push(bus.daemon);
    const number = await waitFor('the display number of Xvfb', () => {
      x.assertRunning();
      return /^\d+$/m.exec(x.stdout())?.[0];
    });
    const display = `:${number}`;
    const env = { ...base, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus.address };
    const windowManager = startOwned('openbox', ['--sm-disable'], env);
    started.push(windowManager);
    await waitFor('the window manager', async () => {
      windowManager.assertRunning();
      const { stdout } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env });
      return stdout.toString('utf8').includes('window id');
    });
    const screenshot = async (file: string): Promise<void> => {
      const taken = await run('import', ['-window', 'root', file], { env });
      if (taken.code !== 0) throw new Error(`Could not take a screenshot: ${taken.stderr}`);
    };
    return { env, display, busAddress: bus.address, screenshot, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
