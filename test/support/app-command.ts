import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';
import type { Environment } from './processes.ts';
import { electronExecutable, repositoryRoot } from './repository.ts';
import { unprivilegedUser } from './unprivileged-user.ts';

export interface AppOptions {
  readonly desktop: Pick<Desktop, 'env'>;
  /** The profile; a temporary one, removed at `close`, if left out. */
  readonly userDataDir?: string | undefined;
  readonly args?: readonly string[] | undefined;
  /** Do not name the profile on the command line, so that the app finds its own; `userDataDir` says where that is. */
  readonly findsProfile?: boolean | undefined;
  readonly env?: Environment | undefined;
  /** Run as somebody who is not root, with Chromium's sandbox on. The profile is given to that user. */
  readonly asUser?: boolean | undefined;
  /**
   * Put the profile on a disk of its own of so many bytes, which goes when the app goes. Seen from here it is the run's
   * `userDataDir`. The app then runs without Chromium's sandbox.
   */
  readonly smallDiskBytes?: number | undefined;
  /** What Electron is to run, if not the checkout. */
  readonly appDir?: string | undefined;
  readonly startTimeoutMs?: number | undefined;
}

/** How to start the app, and what to tidy up afterwards. */
export interface AppCommand {
  readonly executable: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly sandboxed: boolean;
  readonly userDataDir: string;
  /** Where the profile is for others than the app whose pid this is. */
  readonly profileOf: (pid: number) => string;
  readonly tidyUp: () => Promise<void>;
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

interface SmallDisk {
  readonly bytes: number;
  readonly mountPoint: string;
}

/** A tmpfs in a mount namespace of the app's own, copied over from the folder that it hides: only root may mount elsewhere. */
function onSmallDisk({ bytes, mountPoint }: SmallDisk): string {
  const namespace = process.getuid?.() === 0 ? '' : '--map-root-user ';
  const script =
    'mkdir "$0.old" && cp -a "$0/." "$0.old" && mount -t tmpfs -o "size=$1" tplus "$0" && cp -a "$0.old/." "$0" && shift && exec "$@"';
  return `unshare ${namespace}--mount sh -c ${quote(script)} ${quote(mountPoint)} ${bytes} `;
}

/**
 * A script that becomes Electron by `exec`, so that its pid is Electron's. It makes the kernel end the app should the
 * test process die, and drops root where wanted; a script, because Playwright puts its own switches first and an
 * executable path takes no arguments.
 */
async function writeLauncher(
  dir: string,
  { user, disk }: { user?: { uid: number; gid: number } | undefined; disk?: SmallDisk | undefined },
): Promise<string> {
  const file = join(dir, 'launch.sh');
  const identity = user ? `--reuid ${user.uid} --regid ${user.gid} --clear-groups ` : '';
  const start = `${quote(electronExecutable)} "$@"`;
  const command = `exec setpriv ${identity}--pdeathsig KILL -- ${disk ? onSmallDisk(disk) : ''}${start}`;
  await writeFile(file, `#!/bin/sh\n${command}\n`);
  await chmod(file, 0o755);
  return file;
}

export async function prepareApp(options: AppOptions): Promise<AppCommand> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-app-'));
  await chmod(dir, 0o755);
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'tplus-profile-')));
  const root = process.getuid?.() === 0;
  const user = options.asUser && root ? await unprivilegedUser() : undefined;
  await user?.own(userDataDir);
  const { smallDiskBytes: bytes } = options;
  const disk = bytes === undefined ? undefined : { bytes, mountPoint: userDataDir };
  const sandboxed = disk === undefined && (user !== undefined || !root);
  return {
    executable: await writeLauncher(dir, { user, disk }),
    args: [
      options.appDir ?? repositoryRoot,
      ...(options.findsProfile ? [] : [`--user-data-dir=${userDataDir}`]),
      // Chromium refuses to run as root with its sandbox.
      ...(sandboxed ? [] : ['--no-sandbox']),
      ...(options.args ?? []),
    ],
    env: { ...options.desktop.env, ...user?.env, TPLUS_TEST: '1', ...options.env },
    sandboxed,
    userDataDir,
    // Into the app's own mount namespace, by way of its process.
    profileOf: (pid) => (disk === undefined ? userDataDir : join('/proc', String(pid), 'root', userDataDir)),
    tidyUp: async () => {
      await rm(dir, { recursive: true, force: true });
      if (disk !== undefined) await rm(`${userDataDir}.old`, { recursive: true, force: true });
      await user?.removeHome();
      if (options.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true });
    },
  };
}
