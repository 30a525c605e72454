import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { waitFor } from '../../support/wait-for.ts';
import { type Checkout, checkout } from './checkout.ts';

/** A checkout whose Electron misses two libraries until apt-get has been there. */
async function onLinuxWithout(): Promise<Checkout> {
  const made = await withElectron();
  await made.command(
    'ldd',
    String.raw`[ -e "$LOG.installed" ] || printf '\tlibnss3.so => not found\n\tlibnssutil3.so => not found\n\tlibgbm.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n'`,
  );
  await made.command('apt-cache', '[ "$3" = libgbm1t64 ]');
  await made.command(
    'apt-get',
    'echo "apt-get $*" >> "$LOG"; case "$*" in *install*) : > "$LOG.installed";; esac',
  );
  return made;
}

async function withElectron(): Promise<Checkout> {
  const made = await checkout();
  await made.write('node_modules/.package-lock.json', { packages: {} });
  await made.write('node_modules/electron/package.json', { version: '45.4.1' });
  await made.write('dist/version', '45.4.1');
  await made.write(
    'dist/electron',
    '#!/bin/sh\necho "shown on $DISPLAY, bus $DBUS_SESSION_BUS_ADDRESS: $*"\nexit 7\n',
  );
  await chmod(join(made.dir, 'dist/electron'), 0o755);
  await made.command('ldd', 'true');
  await made.command('unshare', 'true');
  return made;
}

/** A build of nothing. */
const BUILD = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('out/main', { recursive: true });
writeFileSync('out/main/compile-playbooks.cjs', '');
`;
const override = ({ dir }: Checkout) => ({ ELECTRON_OVERRIDE_DIST_PATH: `${dir}/dist` });

test('without root the exact command is told, and nothing is installed', async () => {
  const made = await onLinuxWithout();
  const { code, err } = await made.run('setup.mjs', ['unit'], override(made));
  expect(code).toBe(1);
  expect(err.split('\n')).toEqual([
    'Root has to do this once; then run the same command again:',
    '  sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 libgbm1t64',
    '',
  ]);
  expect(await made.noted()).toEqual([]);
});

test('as root the packages are installed, and that is looked at again', async () => {
  const made = await onLinuxWithout();
  const asRoot = { ...override(made), TEST_UID: '0' };
  expect(await made.run('setup.mjs', ['unit'], asRoot)).toMatchObject({ code: 0, err: '' });
  const installs = (await made.noted()).filter((line) => line.includes(' install '));
  expect(installs).toEqual([
    expect.stringMatching(/ install -y --no-install-recommends libnss3 libgbm1t64$/),
  ]);
  expect(await made.run('setup.mjs', ['unit'], asRoot)).toEqual({ code: 0, out: '', err: '' });
});

test('an apt-get that fails is told with its words; one that changes nothing as well', async () => {
  const made = await onLinuxWithout();
  const asRoot = { ...override(made), TEST_UID: '0' };
  await made.command(
    'apt-get',
    'case "$*" in *install*) echo "E: Unable to locate package" >&2; exit 100;; esac',
  );
  expect(await made.run('setup.mjs', ['unit'], asRoot)).toMatchObject({
    code: 1,
    err: 'apt-get could not install libnss3 libgbm1t64:\nE: Unable to locate package\n',
  });
  await made.command('apt-get', 'true');
  expect(await made.run('setup.mjs', ['unit'], asRoot)).toMatchObject({
    code: 1,
    err: 'The packages are installed, but these are still missing: libnss3.so, libnssutil3.so, libgbm.so.1.\n',
  });
});

test('where users may have no namespaces, the command for the sandbox is told', async () => {
  const made = await withElectron();
  await made.command('unshare', 'exit 1');
  const { code, err } = await made.run('setup.mjs', ['run'], {
    ...override(made),
    WAYLAND_DISPLAY: 'wayland-1',
  });
  expect(code).toBe(1);
  expect(err).toContain(`sudo chown root:root '`);
  expect(err).toContain(`sudo chmod 4755 '`);
});

test.each([
  ['no display', ''],
  ['a display that is gone', ':59999'],
  ['a display that is none', 'nowhere'],
])('with %s it says so in one line, runs under a virtual one, and takes it down', async (_what, gone) => {
  const made = await withElectron();
  const server = (address: string) =>
    `trap 'echo "$0 ended" >> "$LOG"; kill $!; exit' TERM; echo ${address} >&3; sleep 600 & wait`;
  await made.command('Xvfb', server('77'));
  await made.command('dbus-daemon', server('unix:path=/nowhere'));
  await made.write('node_modules/electron-vite/bin/electron-vite.js', BUILD);
  const { code, out, err } = await made.run('start.mjs', ['--hidden', 'an argument'], {
    ...override(made),
    DISPLAY: gone,
  });
  expect([code, err]).toEqual([7, '']);
  expect(out.trim().split('\n')).toEqual([
    'Building the app',
    'No display: running under a virtual one; the receiver and the tplus command work.',
    `shown on :77, bus unix:path=/nowhere: ${made.dir} --hidden an argument`,
  ]);
  await waitFor('both to end', async () => (await made.noted()).length === 2);
});

test('a display that answers is used', async () => {
  const made = await withElectron();
  await made.write('node_modules/electron-vite/bin/electron-vite.js', BUILD);
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  // X counts its ports from 6000.
  const DISPLAY = `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) - 6000 : 0}.0`;
  const env = { ...override(made), DISPLAY, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/theirs' };
  const { code, out } = await made.run('start.mjs', [], env);
  expect(code).toBe(7);
  expect(out.trim().split('\n')).toEqual([
    'Building the app',
    `shown on ${DISPLAY}, bus unix:path=/theirs: ${made.dir}`,
  ]);
});
