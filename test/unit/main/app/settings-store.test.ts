import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { openSettings } from '../../../../src/main/app/settings-store.ts';

async function profile(content?: string): Promise<{ dir: string; file: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-settings-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const file = join(dir, 'settings.json');
  if (content !== undefined) await writeFile(file, content);
  return { dir, file };
}

test('a fresh profile has the defaults, and writes nothing by itself', async () => {
  const { dir } = await profile();
  const store = openSettings(dir, 1);
  expect(store.current()).toEqual(defaultSettings());
  expect(store.setAside).toBeUndefined();
  expect(await readdir(dir)).toEqual([]);
});

test('a change is on disk when it settles, and told with what was before', async () => {
  const { dir } = await profile();
  const store = openSettings(dir, 1);
  const told = vi.fn<(settings: Settings, before: Settings) => void>();
  store.onChange(told);
  const [first, second] = await Promise.all([
    store.change({ name: 'Mina' }),
    store.change({ theme: 'dark' }),
  ]);
  expect(first.theme).toBe('system');
  expect(second).toMatchObject({ name: 'Mina', theme: 'dark' });
  expect(told).toHaveBeenNthCalledWith(2, second, first);
  expect(openSettings(dir, 1).current()).toEqual(second);
});

test('snippets are kept, and a list that cannot be read is none', async () => {
  const { dir } = await profile();
  await openSettings(dir, 1).change({ snippets: [' Rolling back. ', 'Next update at 03:00'] });
  expect(openSettings(dir, 1).current().snippets).toEqual(['Rolling back.', 'Next update at 03:00']);
  const broken = await profile('{"version":1,"name":"Mina","snippets":["", 3]}');
  expect(openSettings(broken.dir, 1).current()).toMatchObject({ name: 'Mina', snippets: [] });
});

test('a bad field costs only itself, and what a newer version wrote is kept', async () => {
  const { dir, file } = await profile('{"version":1,"name":"Mina","theme":"pink","quietHours":[22,7]}');
  const store = openSettings(dir, 1);
  expect(store.current()).toMatchObject({ name: 'Mina', theme: 'system' });
  await store.change({ language: 'ko', name: undefined });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    name: 'Mina',
    language: 'ko',
    quietHours: [22, 7],
  });
});

test.each(['', '{"name":', 'null', '7', '[{"name":"Mina"}]'])(
  'a file that holds %j is set aside, not written over',
  async (content) => {
    const { dir, file } = await profile(content);
    const store = openSettings(dir, 1234);
    expect(store.current()).toEqual(defaultSettings());
    expect(store.setAside).toBe(`${file}.broken-1234`);
    await store.change({ name: 'Mina' });
    expect(await readFile(`${file}.broken-1234`, 'utf8')).toBe(content);
  },
);

test('what cannot be written has not changed', async () => {
  const { dir, file } = await profile();
  const store = openSettings(dir, 1);
  // A folder in its place: nothing can be renamed over it, not even by root.
  await mkdir(file);
  await writeFile(join(file, 'x'), '');
  await chmod(file, 0o700);
  const told = vi.fn<(settings: Settings, before: Settings) => void>();
  store.onChange(told);
  await expect(store.change({ name: 'Mina' })).rejects.toMatchObject({ name: 'CodedError', code: 'failed' });
  expect(store.current().name).toBe('');
  expect(told).not.toHaveBeenCalled();
  await rm(file, { recursive: true });
  await expect(store.change({ name: 'Mina' })).resolves.toMatchObject({ name: 'Mina' });
});
