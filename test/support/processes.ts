import { type ChildProcess, spawn } from 'node:child_process';
import { isAlive, killTree } from './process-tree.ts';
import { Hopeless } from './wait-for.ts';

/** Environment handed to a child: whole, never merged with the one of the test process. */
export type Environment = Readonly<Record<string, string>>;

/** A peer process that cannot outlive the tests. */
export interface OwnedProcess {
  readonly pid: number;
  readonly stdout: () => string;
  /** stdout and stderr, the last 64 KiB. */
  readonly output: () => string;
  /** Throws `Hopeless` with the output if it has ended; for use inside `waitFor` conditions. */
  readonly assertRunning: () => void;
  /** SIGKILL of the process and everything below it; returns once all are gone. */
  readonly stop: () => Promise<void>;
}

const keptOutput = 64 * 1024;

/** Collects what a child prints, capped, so that a failing test can show it. */
export function collectOutput(child: ChildProcess): {
  readonly stdout: () => string;
  readonly output: () => string;
} {
  const kept = { stdout: '', output: '' };
  const add = (stream: 'stdout' | 'stderr') => (chunk: string) => {
    kept.output = (kept.output + chunk).slice(-keptOutput);
    if (stream === 'stdout') kept.stdout = (kept.stdout + chunk).slice(-keptOutput);
  };
  child.stdout?.setEncoding('utf8').on('data', add('stdout'));
  child.stderr?.setEncoding('utf8').on('data', add('stderr'));
  child.on('error', (error) => add('stderr')(`${error.message}\n`));
  return { stdout: () => kept.stdout, output: () => kept.output };
}

/**
 * Starts a peer that the kernel kills should the test process die first (`setpriv --pdeathsig`), so that an aborted
 * run leaves no X server or bus behind. `stdin` is written and closed.
 */
export function startOwned(
  command: string,
  args: readonly string[],
  env: Environment,
  stdin = '',
): OwnedProcess {
  // Its own process group: what it daemonises is found by group, and a Ctrl-C in the terminal does not reach it.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], { env, detached: true });
  const { stdout, output } = collectOutput(child);
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`Could not start setpriv (util-linux) for ${command}`);
  return {
    pid,
    stdout,
    output,
    assertRunning: () => {
      if (!isAlive(pid)) throw new Hopeless(`${command} has ended: ${output()}`);
    },
    stop: () => killTree(pid),
  };
}

/** What a finished command left. `code` is -1 when a signal ended it (the time limit sends SIGKILL). */
export interface Finished {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs a command to its end. */
export function run(
  command: string,
  args: readonly string[],
  options: { env: Environment; stdin?: string; timeoutMs?: number },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.env,
      timeout: options.timeoutMs ?? 30_000,
      killSignal: 'SIGKILL',
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}
