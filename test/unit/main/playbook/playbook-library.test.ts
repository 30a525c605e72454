import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, truncate, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newFolder, openedLibrary, teamYaml } from './folders.ts';

const BROKEN = 'schema: tplus-playbook/1\nid: [';
const ids = (library: { current: { shelf: { playbooks: readonly { ref: { id: string } }[] } } }) =>
  library.current.shelf.playbooks.map(({ ref }) => ref.id);
const title = (library: Awaited<ReturnType<typeof openedLibrary>>['library']) =>
  library.current.playbooks.find(({ id }) => id === 'team')?.titles.en;

async function teamFolder(text = teamYaml()) {
  const folder = await newFolder();
  await mkdir(folder);
  const file = join(folder, 'team.yaml');
  await writeFile(file, text);
  return { folder, file };
}

describe('the person’s folder', () => {
  it('that is not there is none, and is not made by being read', async () => {
    const folder = await newFolder();
    const { library, troubles } = await openedLibrary(folder);
    expect(ids(library)).toEqual(['talkstudio-incident-response']);
    expect([existsSync(folder), troubles]).toEqual([false, []]);
  });

  it('adds its playbooks, and only reads what has changed', async () => {
    const { folder, file } = await teamFolder();
    await writeFile(join(folder, 'other.yml'), teamYaml('Other', 'other'));
    for (const name of ['notes.md', '.team.yaml.swp', 'team.yaml~', '4913'])
      await writeFile(join(folder, name), 'x');
    await mkdir(join(folder, 'folder.yaml'));
    const { library, parser } = await openedLibrary(folder, 'team');
    expect(ids(library)).toEqual(['talkstudio-incident-response', 'other', 'team']);
    expect(library.current.shelf.defaultId).toBe('team');
    // All at once, so in any order.
    expect(parser.read.toSorted()).toEqual(['other.yml', 'team.yaml']);
    const told = vi.fn<() => void>();
    library.onChange(told);
    await library.refresh();
    // Touched, but of the same content.
    await utimes(file, 1, 1);
    await library.refresh();
    expect(parser.read).toHaveLength(2);
    await writeFile(file, teamYaml('Team, edited'));
    await library.refresh();
    expect(title(library)).toBe('Team, edited');
    expect(parser.read.slice(2)).toEqual(['team.yaml']);
    const { stamp } = library.current.files.find(({ name }) => name === 'team.yaml') ?? {};
    expect(stamp).toMatch(/^\d/);
    expect(told).toHaveBeenCalled();
  });

  it('loses a playbook with its file', async () => {
    const { folder, file } = await teamFolder();
    const { library } = await openedLibrary(folder);
    await unlink(file);
    await library.refresh();
    expect(ids(library)).not.toContain('team');
    expect(library.isOwn('team.yaml')).toBe(false);
  });

  it('says what is too large, and follows a link', async () => {
    const { folder, file } = await teamFolder();
    await symlink(file, join(folder, 'link.yaml'));
    await writeFile(join(folder, 'huge.yaml'), '');
    await truncate(join(folder, 'huge.yaml'), 5 * 1024 * 1024);
    const { library } = await openedLibrary(folder);
    const problems = library.current.files.map(({ name, problems: [first] }) => [name, first?.cause]);
    expect(problems).toContainEqual(['huge.yaml', { code: 'too-large', mebibytes: 4 }]);
    // The same playbook twice.
    expect(problems).toContainEqual([
      'team.yaml',
      expect.objectContaining({ code: 'edition-taken', file: 'link.yaml' }),
    ]);
  });
});

it('says once that the folder cannot be read, keeps what was read of it, and is well again', async () => {
  const { folder } = await teamFolder();
  const { library, troubles } = await openedLibrary(folder);
  const told = vi.fn<() => void>();
  library.onChange(told);
  await rename(folder, `${folder}-aside`);
  await writeFile(folder, 'no folder');
  for (let count = 0; count < 2; count += 1) await library.refresh();
  expect(library.current.unread).toMatch(/ENOTDIR/);
  expect(ids(library)).toContain('team');
  expect([troubles.length, told.mock.calls.length]).toEqual([1, 1]);
  await rm(folder);
  await rename(`${folder}-aside`, folder);
  await library.refresh();
  expect(library.current.unread).toBeUndefined();
  expect(ids(library)).toContain('team');
});

describe('a file that cannot be read', () => {
  it('is said, keeps what was in force of it, and takes no other with it', async () => {
    const { folder, file } = await teamFolder();
    await writeFile(join(folder, 'other.yaml'), teamYaml('Other', 'other'));
    const { library } = await openedLibrary(folder);
    await unlink(file);
    // A link to itself is there, and cannot be opened by anybody.
    await symlink(file, file);
    await writeFile(join(folder, 'new.yaml'), teamYaml('New', 'new'));
    await library.refresh();
    expect(ids(library)).toEqual(['talkstudio-incident-response', 'new', 'other', 'team']);
    const broken = library.current.files.find(({ name }) => name === 'team.yaml');
    const problem = { line: 1, file: 'team.yaml', cause: { code: 'unreadable' } };
    expect(broken).toMatchObject({ isLastGood: true, problems: [problem] });
  });

  it('is so at the start too', async () => {
    const { folder } = await teamFolder();
    await symlink(join(folder, 'loop.yaml'), join(folder, 'loop.yaml'));
    const { library, troubles } = await openedLibrary(folder);
    expect(ids(library)).toContain('team');
    expect(library.current.files.find(({ name }) => name === 'loop.yaml')?.problems).toHaveLength(1);
    expect(String(troubles)).toContain('ELOOP');
    await library.refresh();
    expect(troubles).toHaveLength(1);
  });
});

describe('a file that breaks', () => {
  it('keeps its last good version in force, names the place, and is well once mended', async () => {
    const { folder, file } = await teamFolder();
    const { library } = await openedLibrary(folder);
    await writeFile(file, BROKEN);
    await library.refresh();
    expect(title(library)).toBe('Team');
    const broken = library.current.files.find(({ name }) => name === 'team.yaml');
    expect(broken).toMatchObject({ isLastGood: true, problems: [{ line: 2, file: 'team.yaml' }] });
    expect(await library.goodTextOf('team.yaml', 'own')).toBe(teamYaml());
    await writeFile(file, teamYaml('Team, mended'));
    await library.refresh();
    expect(title(library)).toBe('Team, mended');
    expect(library.current.files.every(({ problems }) => problems.length === 0)).toBe(true);
  });

  it('keeps it over a restart, also one that it was broken before', async () => {
    const { folder, file } = await teamFolder();
    await openedLibrary(folder);
    await writeFile(file, BROKEN);
    const first = await openedLibrary(folder);
    await first.library.watch();
    const second = await openedLibrary(folder);
    expect([title(first.library), title(second.library)]).toEqual(['Team', 'Team']);
    expect(second.library.current.files.find(({ name }) => name === 'team.yaml')?.isLastGood).toBe(true);
  });

  it('that never was good has problems and no playbook', async () => {
    const { folder } = await teamFolder(BROKEN);
    const { library } = await openedLibrary(folder);
    expect(ids(library)).toEqual(['talkstudio-incident-response']);
    expect(library.current.files.at(-1)?.problems).not.toEqual([]);
  });

  it('and went is forgotten at the next start', async () => {
    const { folder, file } = await teamFolder();
    await openedLibrary(folder);
    await unlink(file);
    const { library } = await openedLibrary(folder);
    await library.watch();
    expect(await readdir(join(folder, '.last-good'))).toEqual([]);
  });
});

describe('watching', () => {
  const seen = (
    library: Awaited<ReturnType<typeof openedLibrary>>['library'],
    expected: string | undefined,
  ) => vi.waitFor(() => expect(title(library)).toBe(expected), { timeout: 15_000, interval: 20 });

  it('makes the folder, and hears of writing, of a file renamed over another, and of deletion', async () => {
    const folder = await newFolder();
    const { library } = await openedLibrary(folder);
    await library.watch();
    await vi.waitFor(() => expect(existsSync(folder)).toBe(true));
    await writeFile(join(folder, 'team.yaml'), teamYaml('One'));
    library.look();
    await seen(library, 'One');
    // As vim and VS Code write.
    await writeFile(join(folder, '.team.yaml.tmp'), teamYaml('Two'));
    await rename(join(folder, '.team.yaml.tmp'), join(folder, 'team.yaml'));
    await seen(library, 'Two');
    await unlink(join(folder, 'team.yaml'));
    await seen(library, undefined);
  });

  it('goes on in a folder that was deleted and made anew', async () => {
    const { folder } = await teamFolder(teamYaml('One'));
    const { library } = await openedLibrary(folder);
    await library.watch();
    await seen(library, 'One');
    await rm(folder, { recursive: true });
    await seen(library, undefined);
    library.look();
    await vi.waitFor(() => expect(existsSync(folder)).toBe(true));
    await writeFile(join(folder, 'team.yaml'), teamYaml('Two'));
    library.look();
    await seen(library, 'Two');
    await writeFile(join(folder, 'team.yaml'), teamYaml('Three'));
    await seen(library, 'Three');
  });
});
