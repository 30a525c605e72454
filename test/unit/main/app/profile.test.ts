import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { namedProfile, profileTrouble } from '../../../../src/main/app/profile.ts';

async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-profile-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

test.each([
  ['none', ['tplus', '.'], undefined],
  ['joined', ['tplus', '.', '--user-data-dir=/a b'], '/a b'],
  ['behind it', ['tplus', '.', '--user-data-dir', '/a b'], '/a b'],
  ['relative', ['tplus', '.', '--user-data-dir', 'other'], '/home/me/other'],
  ['with an equals sign of its own', ['tplus', '--user-data-dir=/a=b'], '/a=b'],
  ['the last of two', ['tplus', '--user-data-dir=/a', '--user-data-dir', '/b'], '/b'],
  ['another switch that begins alike', ['tplus', '--user-data-dirs', '/a'], undefined],
])('a profile on the command line: %s', (_what, argv, folder) => {
  expect(namedProfile(argv, '/home/me')).toEqual({ ok: true, folder });
});

test.each([
  [['tplus', '--user-data-dir']],
  [['tplus', '--user-data-dir=']],
  [['tplus', '--user-data-dir', '--hidden']],
  [['tplus', '--user-data-dir', '']],
])('%j names none, and the usual one is not taken for it', (argv) => {
  expect(namedProfile(argv, '/home/me')).toEqual({ ok: false, reason: '--user-data-dir needs a folder.' });
});

test('a profile that is not there is made, for its user only', async () => {
  const folder = join(await temporaryDir(), 'deep', 'profile');
  expect(profileTrouble(folder)).toBeUndefined();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a profile that cannot be one is named with the reason', async () => {
  const dir = await temporaryDir();
  await writeFile(join(dir, 'file'), '');
  expect(profileTrouble(join(dir, 'file'))).toContain(`The profile ${dir}/file cannot be written (EEXIST)`);
  expect(profileTrouble(join(dir, 'file', 'below'))).toContain('ENOTDIR');
});

test('a profile that only others may write is told from one that is in use', async () => {
  const dir = await temporaryDir();
  await chmod(dir, 0o500);
  // Root writes anywhere but where nobody may.
  const folder = process.getuid?.() === 0 ? '/proc/self' : dir;
  expect(profileTrouble(folder)).toMatch(/cannot be written \(E(ACCES|ROFS|PERM)\)/);
});
