import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copiedText } from '#shared/domain/playbook/copied-text.ts';
import { deletePlaybookFiles } from '../../../../src/main/playbook/delete-files.ts';
import { builtInYaml } from '../../shared/domain/playbook/built-in.ts';
import { newFolder, openedLibrary, teamYaml } from './folders.ts';

const [EN, KO] = ['team.en.yaml', 'team.ko.yaml'] as const;

/** A playbook in two languages, and a trash that takes all but what is named. */
async function setUp(...refused: readonly string[]) {
  const folder = await newFolder();
  await mkdir(folder);
  await writeFile(join(folder, EN), teamYaml());
  await writeFile(join(folder, KO), copiedText(builtInYaml('ko'), { id: 'team' }));
  const { library } = await openedLibrary(folder);
  const trashed: string[] = [];
  const trash = async (path: string): Promise<void> => {
    if (refused.includes(basename(path))) throw new Error(`no trash for ${basename(path)}`);
    await rename(path, join(folder, '..', basename(path)));
    trashed.push(basename(path));
  };
  const inForce = () =>
    library.current.playbooks.find(({ id }) => id === 'team')?.files.map(({ name }) => name);
  return { folder, library, trash, trashed, inForce };
}

describe('deleting the files of a playbook', () => {
  it('moves each to the trash, and it is not there any more', async () => {
    const { inForce, trashed, ...ports } = await setUp();
    expect(await deletePlaybookFiles([EN, KO], ports)).toEqual({ deleted: [EN, KO], left: [], detail: '' });
    expect(trashed).toEqual([EN, KO]);
    expect(inForce()).toBeUndefined();
  });

  it.each([
    [[EN], [KO], [EN]],
    [[KO], [EN], [KO]],
    [[EN, KO], [], [EN, KO]],
  ])(
    'says which is left where %j cannot be moved, and the library has it still',
    async (refused, deleted, left) => {
      const { inForce, trashed, ...ports } = await setUp(...refused);
      expect(await deletePlaybookFiles([EN, KO], ports)).toEqual({
        deleted,
        left,
        detail: `no trash for ${left.at(-1)}`,
      });
      expect(trashed).toEqual(deleted);
      expect(inForce()).toEqual(left);
    },
  );

  it('takes one that has gone by itself for deleted', async () => {
    const { inForce, trashed, ...ports } = await setUp(KO);
    await rm(join(ports.folder, KO));
    expect(await deletePlaybookFiles([KO], ports)).toEqual({ deleted: [KO], left: [], detail: '' });
    expect(inForce()).toEqual([EN]);
  });

  it('touches nothing that is no file of the library', async () => {
    const { trashed, ...ports } = await setUp();
    await writeFile(join(ports.folder, 'notes.txt'), 'mine');
    const names = ['notes.txt', '../team.en.yaml', 'none.yaml'];
    expect(await deletePlaybookFiles(names, ports)).toEqual({ deleted: [], left: [], detail: '' });
    expect(trashed).toEqual([]);
    expect(await readdir(ports.folder)).toContain('notes.txt');
  });

  it('waits for a change of the folder that is under way', async () => {
    const { trashed, ...ports } = await setUp();
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = ports.library.inTurn(() => promise);
    const deleting = deletePlaybookFiles([EN], ports);
    expect(trashed).toEqual([]);
    resolve();
    await before;
    await deleting;
    expect(trashed).toEqual([EN]);
  });
});
