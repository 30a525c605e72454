import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { waitFor } from '../../support/wait-for.ts';
import { type Checkout, checkout } from './checkout.ts';

const one = { version: '1.2.3', integrity: 'sha512-one' };
const lock = { packages: { '': {}, 'node_modules/one': one } };

/** An npm that installs what the lock says, as the real one: its own lock is written last. */
const INSTALL = `
log(args.join(' '));
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
for (const [name, { version }] of Object.entries(lock.packages)) {
  if (name === '') continue;
  fs.mkdirSync(name, { recursive: true });
  fs.writeFileSync(path.join(name, 'package.json'), JSON.stringify({ version }));
}
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));
`;

async function withDependencies(): Promise<Checkout> {
  const made = await checkout();
  await made.write('package-lock.json', lock);
  await made.npm(INSTALL);
  return made;
}
const setUp = ({ run }: Checkout, env = {}) => run('setup.mjs', ['check'], env);

test('a fresh clone is installed by its lock, with the tools, and once', async () => {
  const made = await withDependencies();
  expect(await setUp(made, { NODE_ENV: 'production' })).toMatchObject({ code: 0, err: '' });
  expect(await setUp(made)).toEqual({ code: 0, out: '', err: '' });
  expect(await made.noted()).toEqual(['ci --include=dev --include=optional --loglevel=error']);
});

test.each<[string, (made: Checkout) => Promise<void>]>([
  ['an install that was interrupted', ({ dir }) => rm(join(dir, 'node_modules/.package-lock.json'))],
  ['a record that is torn', ({ write }) => write('node_modules/.package-lock.json', '{"packages":')],
  ['a package that is gone', ({ dir }) => rm(join(dir, 'node_modules/one'), { recursive: true })],
  ['another version on disk', ({ write }) => write('node_modules/one/package.json', { version: '1.2.2' })],
  [
    'a lock that moved on',
    ({ write }) =>
      write('package-lock.json', { packages: { 'node_modules/one': { ...one, integrity: 'sha512-other' } } }),
  ],
])('%s is installed again', async (_what, spoil) => {
  const made = await withDependencies();
  await setUp(made);
  await spoil(made);
  expect(await setUp(made)).toMatchObject({ code: 0, err: '' });
  expect(await made.noted()).toHaveLength(2);
  expect(await setUp(made)).toEqual({ code: 0, out: '', err: '' });
});

test('what is for other platforms may be missing, what is for this one may not', async () => {
  const made = await withDependencies();
  const optional = (os: string, cpu: string) => ({ ...one, optional: true, os: [os], cpu: [cpu] });
  await setUp(made);
  await made.write('package-lock.json', {
    packages: { ...lock.packages, 'node_modules/two': optional('aix', 'ppc64') },
  });
  expect(await setUp(made)).toEqual({ code: 0, out: '', err: '' });
  await made.write('package-lock.json', {
    packages: { ...lock.packages, 'node_modules/two': optional('linux', 'x64') },
  });
  await setUp(made);
  expect(await made.noted()).toHaveLength(2);
});

test.each([
  ['process.exit(7);', 'The npm dependencies could not be installed: npm ci ended with code 7.\n'],
  ['', 'npm ci succeeded, and yet node_modules does not match package-lock.json.\n'],
])('an npm that does %j is told in a sentence', async (npm, sentence) => {
  const made = await withDependencies();
  await made.npm(npm);
  expect(await setUp(made)).toMatchObject({ code: 1, err: sentence });
});

test.each([undefined, '', '<<<<<<< ours\n{}'])('a lock that is %j is told in a sentence', async (content) => {
  const made = await withDependencies();
  if (content === undefined) await rm(join(made.dir, 'package-lock.json'));
  else await made.write('package-lock.json', content);
  const sentence = 'package-lock.json is missing or cannot be read.\n';
  expect(await setUp(made)).toEqual({ code: 1, out: '', err: sentence });
});

test('a checkout that cannot be written is told in a sentence, without a stack', async () => {
  const made = await withDependencies();
  await made.write('.cache', 'a file where a folder has to be');
  const { code, err } = await setUp(made);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^The system does not let this go on: E(EXIST|NOTDIR): .*\.cache/),
  ]);
});

test('two set-ups of one checkout go one after the other, and install once', async () => {
  const made = await withDependencies();
  await made.npm(`${INSTALL}\nlog('installing'); while (!fs.existsSync('go-on'));`);
  const first = made.begin('setup.mjs', ['check']);
  await waitFor('the first to install', async () => (await made.noted()).includes('installing'));
  const second = made.begin('setup.mjs', ['check']);
  await waitFor('the second to wait', () => second.out().includes('Waiting for another set-up'));
  await made.write('go-on', '');
  expect([(await first.ended).code, (await second.ended).code]).toEqual([0, 0]);
  expect((await made.noted()).filter((line) => line.startsWith('ci '))).toHaveLength(1);
  expect(existsSync(join(made.dir, '.cache/setup.lock'))).toBe(false);
});

test('the lock of a set-up that was killed holds up nobody', async () => {
  const made = await withDependencies();
  const { pid } = spawnSync(process.execPath, ['-e', ''], { env: { ELECTRON_RUN_AS_NODE: '1' } });
  await made.write('.cache/setup.lock', String(pid));
  expect(await setUp(made)).toMatchObject({ code: 0, err: '' });
});

test('a lock that was taken away under way is no failure, and that of another stays', async () => {
  const made = await withDependencies();
  await made.npm(`
    ${INSTALL}
    fs.rmSync('.cache/setup.lock');
    log('taken');
    while (!fs.existsSync('go-on'));
    fs.writeFileSync('.cache/setup.lock', '1');
  `);
  const run = made.begin('setup.mjs', ['check']);
  await waitFor('the lock to go', async () => (await made.noted()).includes('taken'));
  await made.write('go-on', '');
  expect(await run.ended).toMatchObject({ code: 0, err: '' });
  expect(await made.read('.cache/setup.lock')).toBe('1');
});

test.each(['setup', 'start', 'test', 'dev', 'build', 'check'])(
  '%s says when Node is too old, and that alone',
  async (script) => {
    const made = await checkout();
    const sentence = 'Tplus needs Node 20.19 or newer; this is Node 20.18.3.\n';
    expect(await made.run(`${script}.mjs`, [], { TEST_NODE: '20.18.3' })).toEqual({
      code: 1,
      out: '',
      err: sentence,
    });
  },
);
