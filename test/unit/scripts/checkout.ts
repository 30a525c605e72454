import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { repositoryRoot } from '../../support/repository.ts';

/** What a script did: its exit code, and what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A script that is under way. */
export interface UnderWay {
  readonly out: () => string;
  readonly ended: Promise<Outcome>;
}

/** A checkout with the real `scripts/` and nothing else that is real. */
export interface Checkout {
  readonly dir: string;
  /** Writes a file of the checkout; with its folders. */
  readonly write: (path: string, content: string | object) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  /** Puts a shell script where commands are looked for first; `$LOG` is a file that it may note things in. */
  readonly command: (name: string, script: string) => Promise<void>;
  /** What npm does: JavaScript with `args`, and `fs`, `path`, `log` at hand. The project's folder is the working directory. */
  readonly npm: (script: string) => Promise<void>;
  /** What the commands noted, a line each. */
  readonly noted: () => Promise<string[]>;
  readonly begin: (
    script: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => UnderWay;
  readonly run: (
    script: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
}

// The machine as the script sees it: a PC with Linux, perhaps another Node, another user.
const MACHINE = `
const { TEST_NODE, TEST_UID } = process.env;
if (TEST_NODE) Object.defineProperty(process, 'versions', { value: { ...process.versions, node: TEST_NODE } });
for (const [name, value] of [['platform', 'linux'], ['arch', 'x64']]) Object.defineProperty(process, name, { value });
process.getuid = () => Number(TEST_UID);
`;
const NPM = `
const fs = require('node:fs');
const path = require('node:path');
const args = process.argv.slice(2);
const log = (line) => fs.appendFileSync(process.env.LOG, line + '\\n');
`;

/** In a path as awkward as they come. Runs as an ordinary user (`TEST_UID` says otherwise). */
export async function checkout(): Promise<Checkout> {
  const outer = await mkdtemp(join(tmpdir(), 'tplus-scripts-'));
  onTestFinished(() => rm(outer, { recursive: true, force: true }));
  const dir = join(outer, '한글 경로', "it's a $HOME");
  const tools = join(outer, 'tools');
  const log = join(outer, 'log');
  await mkdir(tools);
  await cp(join(repositoryRoot, 'scripts'), join(dir, 'scripts'), { recursive: true });
  await writeFile(join(outer, 'machine.cjs'), MACHINE);
  await writeFile(log, '');

  const write = async (path: string, content: string | object): Promise<void> => {
    const file = join(dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  };
  await write('package.json', { type: 'module' });
  await write('package-lock.json', { packages: { '': {} } });
  const begin: Checkout['begin'] = (script, args = [], env = {}) => {
    const program = [join(dir, 'scripts', script), ...args];
    const child = spawn(process.execPath, ['-r', join(outer, 'machine.cjs'), ...program], {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${tools}:${process.env.PATH ?? ''}`,
        ELECTRON_RUN_AS_NODE: '1',
        HOME: outer,
        TEST_UID: '1000',
        LOG: log,
        npm_execpath: join(tools, 'npm-cli.js'),
        ...env,
      },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<Outcome>((resolve, reject) => {
      child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    });
    return { out: () => out, ended };
  };
  return {
    dir,
    write,
    read: (path) => readFile(join(dir, path), 'utf8'),
    command: async (name, script) => {
      await writeFile(join(tools, name), `#!/bin/sh\n${script}\n`);
      await chmod(join(tools, name), 0o755);
    },
    npm: (script) => writeFile(join(tools, 'npm-cli.js'), NPM + script),
    noted: async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean),
    begin,
    run: (script, args, env) => begin(script, args, env).ended,
  };
}
