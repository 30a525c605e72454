import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeEnvironment } from './desktop.ts';
import { type Environment, run } from './processes.ts';

const userName = 'tplus-test';
const env: Environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

/** Somebody who is not root, with a home of their own: Chromium's sandbox can be on for them. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
  /** HOME and the XDG directories, owned by the user. */
  readonly env: Environment;
  /** Gives a file tree to the user. */
  readonly own: (path: string) => Promise<void>;
  readonly removeHome: () => Promise<void>;
}

async function ask(command: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, { env });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout.toString('utf8').trim();
}

/**
 * The user that tests run the app as when they themselves run as root; made on first use and kept, like any system
 * user. A bare number would do for the kernel, but not for `os.userInfo()`.
 */
export async function unprivilegedUser(): Promise<UnprivilegedUser> {
  const known = await run('id', ['-u', userName], { env });
  // Two workers may come here at once: whether the user exists is decided by the look-up after it.
  if (known.code !== 0)
    await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', userName], { env });
  const uid = Number(await ask('id', ['-u', userName]));
  const gid = Number(await ask('id', ['-g', userName]));
  const home = await mkdtemp(join(tmpdir(), 'tplus-home-'));
  const own = async (path: string): Promise<void> => {
    await ask('chown', ['-R', `${uid}:${gid}`, path]);
  };
  const homeEnv = await homeEnvironment(home);
  await own(home);
  return { uid, gid, env: homeEnv, own, removeHome: () => rm(home, { recursive: true, force: true }) };
}
