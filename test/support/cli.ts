import { join } from 'node:path';
import { repositoryRoot } from './repository.ts';
import { run } from './processes.ts';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does, in a process of its own, with an environment of its own. */
export async function tplus(
  args: readonly string[],
  options: { userDataDir?: string; env?: Readonly<Record<string, string>>; timeoutMs?: number } = {},
): Promise<CliResult> {
  const profile = options.userDataDir === undefined ? [] : ['--user-data-dir', options.userDataDir];
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC', ...options.env };
  const program = join(repositoryRoot, 'bin/tplus.mjs');
  const { code, stdout, stderr } = await run(process.execPath, [program, ...args, ...profile], {
    env,
    timeoutMs: options.timeoutMs ?? 30_000,
  });
  return { code, stdout: stdout.toString('utf8'), stderr };
}
