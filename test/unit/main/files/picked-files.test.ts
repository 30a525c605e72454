import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openFile } from '../../../../src/main/files/opened-files.ts';
import { saveFile } from '../../../../src/main/files/saved-files.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tplus-files-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}
const picking = (path: string | undefined) => ({
  save: vi.fn<(name: string) => Promise<string | undefined>>(() => Promise.resolve(path)),
  open: () => Promise.resolve(path),
});

test('a file is saved where the person says, under a name that was cleaned', async () => {
  const path = join(await folder(), 'mine.md');
  const dialogs = picking(path);
  expect(await saveFile({ name: '../../notes.md', text: '# 기록\n' }, dialogs)).toEqual({
    saved: true,
    path,
  });
  expect(dialogs.save).toHaveBeenCalledWith('notes.md');
  expect(await readFile(path, 'utf8')).toBe('# 기록\n');
  await saveFile({ name: 'a.bin', base64: 'AAEC/w==' }, dialogs);
  expect([...(await readFile(path))]).toEqual([0, 1, 2, 255]);
});

test('a person who thinks better of it has saved nothing', async () => {
  expect(await saveFile({ name: 'a.md', text: 'a' }, picking(undefined))).toEqual({ saved: false });
  expect(await openFile(picking(undefined))).toBeNull();
});

test('a file that cannot be written is a failure the window knows, and the old one stays', async () => {
  const dir = await folder();
  const missing = join(dir, 'no-such-folder', 'a.md');
  await expect(saveFile({ name: 'a.md', text: 'a' }, picking(missing))).rejects.toMatchObject({
    code: 'file-not-written',
  });
});

test('a file is read as its bytes', async () => {
  const path = join(await folder(), '대응 절차.md');
  await writeFile(path, '\uFEFF# 절차\n');
  expect(await openFile(picking(path))).toEqual({
    name: '대응 절차.md',
    bytes: new TextEncoder().encode('\uFEFF# 절차\n'),
  });
});

test('what is too large, no file or not there is refused by name', async () => {
  const dir = await folder();
  const large = join(dir, 'large.md');
  await writeFile(large, '');
  await truncate(large, 4 * 1024 * 1024 + 1);
  await expect(openFile(picking(large))).rejects.toMatchObject({
    code: 'file-too-large',
    message: 'large.md: > 4 MiB',
  });
  await mkdir(join(dir, 'folder.md'));
  for (const name of ['folder.md', 'gone.md']) {
    await expect(openFile(picking(join(dir, name)))).rejects.toMatchObject({
      code: 'file-not-read',
    });
  }
});
