import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startReceiver } from '../../../../src/main/receiver/receiver.ts';
import { openToken } from '../../../../src/main/receiver/token.ts';
import { quietPort } from '../../../support/free-port.ts';
import { FakePaging } from './fake-paging.ts';
import { NOW, startRunning, temporaryDir, TOKEN } from './running.ts';

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('receiver.json says where, is private, and goes when the app does', async () => {
  const { receiver, userDataDir } = await startRunning();
  const file = join(userDataDir, 'receiver.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    url: receiver.url,
    token: TOKEN,
    pid: process.pid,
    version: '9.9.9',
  });
  expect(await modeOf(file)).toBe(0o600);
  expect(receiver.url).toBe(`http://127.0.0.1:${receiver.port}`);
  await receiver.stop();
  expect(await readdir(userDataDir)).toEqual([]);
});

test('receiver.json of another run is left alone; one that makes no sense as well', async () => {
  for (const text of ['{"pid":1}', 'nonsense', '[]']) {
    const { receiver, userDataDir } = await startRunning();
    await writeFile(join(userDataDir, 'receiver.json'), text);
    await receiver.stop();
    expect(await readFile(join(userDataDir, 'receiver.json'), 'utf8')).toBe(text);
  }
});

test('receiver.json is written again when the token was renewed', async () => {
  const userDataDir = await temporaryDir();
  let token = 'one';
  const receiver = await startReceiver({
    paging: new FakePaging(() => NOW),
    token: () => token,
    userDataDir,
    preferredPort: 0,
    version: '1',
    clock: { now: () => NOW },
    tooLargePage: () => ({ title: '', summary: '' }),
  });
  onTestFinished(() => receiver.stop());
  token = 'two';
  await receiver.announce();
  expect(await readFile(join(userDataDir, 'receiver.json'), 'utf8')).toContain('"two"');
  const headers = { authorization: 'Bearer one' };
  expect((await fetch(`${receiver.url}/v1/status`, { headers })).status).toBe(401);
});

test('a receiver.json that cannot be written costs no page', async () => {
  const dir = await temporaryDir();
  await writeFile(join(dir, 'file'), '');
  const errors: unknown[] = [];
  const receiver = await startReceiver({
    paging: new FakePaging(() => NOW),
    token: () => TOKEN,
    userDataDir: join(dir, 'file', 'below'),
    preferredPort: 0,
    version: '1',
    clock: { now: () => NOW },
    tooLargePage: () => ({ title: '', summary: '' }),
    log: { error: (_text, error) => errors.push(error) },
  });
  onTestFinished(() => receiver.stop());
  expect((await fetch(`${receiver.url}/v1/health`)).status).toBe(200);
  expect(errors).toHaveLength(1);
});

test('a taken port gives the next free one, and it is said', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const { receiver, ask } = await startRunning({ preferredPort: taken });
  expect(receiver.portTaken).toBe(true);
  expect(receiver.port).toBeGreaterThan(taken);
  expect(receiver.port).toBeLessThan(taken + 50);
  expect((await ask('GET', '/v1/health')).status).toBe(200);
});

test('a free preferred port is taken, again after a stop', async () => {
  const preferredPort = await quietPort();
  for (let starts = 0; starts < 2; starts += 1) {
    const { receiver } = await startRunning({ preferredPort });
    expect([receiver.port, receiver.portTaken]).toEqual([preferredPort, false]);
    await receiver.stop();
  }
});

test('the token is made once, private, and kept', async () => {
  const dir = join(await temporaryDir(), 'not', 'there yet');
  const first = await openToken(dir);
  expect(first.current()).toMatch(/^[\w-]{43}$/);
  expect((await openToken(dir)).current()).toBe(first.current());
  expect(await modeOf(join(dir, 'token'))).toBe(0o600);
});

test('a token file that others can read is closed to them, and a token of the user is kept', async () => {
  const dir = await temporaryDir();
  const file = join(dir, 'token');
  await writeFile(file, `${TOKEN}\r\n`);
  await chmod(file, 0o644);
  expect((await openToken(dir)).current()).toBe(TOKEN);
  expect(await modeOf(file)).toBe(0o600);
});

test.each(['', 'short', 'two words that are long enough to be one', 'x'.repeat(500)])(
  'a damaged token %j is made anew',
  async (text) => {
    const dir = await temporaryDir();
    await writeFile(join(dir, 'token'), text);
    expect((await openToken(dir)).current()).toMatch(/^[\w-]{43}$/);
  },
);

test('a pipe in the place of the token is not waited for', async () => {
  const dir = await temporaryDir();
  expect(spawnSync('mkfifo', [join(dir, 'token')]).status).toBe(0);
  const token = (await openToken(dir)).current();
  expect(await readFile(join(dir, 'token'), 'utf8')).toBe(`${token}\n`);
});

test('a token that is a link to a file is that file’s, closed to others; renewed, the file stays', async () => {
  const dir = await temporaryDir();
  const target = join(dir, 'elsewhere');
  await writeFile(target, `${TOKEN}\n`, { mode: 0o644 });
  await symlink(target, join(dir, 'token'));
  const token = await openToken(dir);
  expect([token.current(), await modeOf(target)]).toEqual([TOKEN, 0o600]);
  const renewed = await token.renew();
  expect(await readFile(target, 'utf8')).toBe(`${TOKEN}\n`);
  expect(await readFile(join(dir, 'token'), 'utf8')).toBe(`${renewed}\n`);
});

test('a renewed token is another, and on disk', async () => {
  const dir = await temporaryDir();
  const token = await openToken(dir);
  const old = token.current();
  const renewed = await token.renew();
  expect(renewed).not.toBe(old);
  expect(token.current()).toBe(renewed);
  expect((await openToken(dir)).current()).toBe(renewed);
  expect(await readdir(dir)).toEqual(['token']);
});

test('a token that cannot be written leaves the old one in force and nothing behind', async () => {
  const dir = await temporaryDir();
  const token = await openToken(dir);
  await rm(join(dir, 'token'));
  await mkdir(join(dir, 'token'));
  const old = token.current();
  await expect(token.renew()).rejects.toThrow('EISDIR');
  expect(token.current()).toBe(old);
  expect(await readdir(dir)).toEqual(['token']);
});
