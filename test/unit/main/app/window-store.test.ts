import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWindowStore } from '../../../../src/main/app/window-store.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-window-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}
const window = { version: 1 as const, bounds: { x: 1, y: 2, width: 900, height: 700 }, maximized: true };

test('the last place is kept, and read again', async () => {
  const dir = await folder();
  const store = createWindowStore(dir);
  expect(store.read()).toBeUndefined();
  store.save({ ...window, maximized: false });
  store.save(window);
  await store.flush();
  expect(createWindowStore(dir).read()).toEqual(window);
  await rm(join(dir, 'window.json'));
  await store.flush();
  await expect(readFile(join(dir, 'window.json'))).rejects.toThrow('ENOENT');
});

test.each([
  '',
  '[]',
  '{"version":2}',
  '{"version":1,"bounds":{"x":0,"y":0,"width":1e9,"height":1},"maximized":false}',
])('a file that says %j says nothing', async (text) => {
  const dir = await folder();
  await writeFile(join(dir, 'window.json'), text);
  expect(createWindowStore(dir).read()).toBeUndefined();
});

test('a folder that cannot be written is no error', async () => {
  const store = createWindowStore('/nonexistent/folder');
  store.save(window);
  await expect(store.flush()).resolves.toBeUndefined();
});
