import { mkdir, readdir, readFile, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copiedText } from '#shared/domain/playbook/copied-text.ts';
import {
  createPlaybook,
  duplicatePlaybook,
  type LibraryEditPorts,
  playbookText,
  revisionOf,
  savePlaybookText,
} from '../../../../src/main/playbook/library-edits.ts';
import { writeNewFile } from '../../../../src/main/playbook/own-files.ts';
import { builtInPlaybook, builtInYaml } from '../../shared/domain/playbook/built-in.ts';
import { newFolder, openedLibrary, teamYaml } from './folders.ts';

async function setUp(): Promise<LibraryEditPorts & { readonly folder: string }> {
  const folder = await newFolder();
  const { library } = await openedLibrary(folder);
  return { folder, library, copyTitle: (title, language) => `${title} (${language} copy)` };
}
const listed = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.yaml'));

describe('creating a playbook', () => {
  it('writes a file for each language, and it is there at once', async () => {
    const ports = await setUp();
    const ko = copiedText(builtInYaml('ko'), { id: 'team' });
    expect(await createPlaybook([teamYaml(), ko], ports)).toEqual({
      created: true,
      id: 'team',
      version: '1.0.0',
      files: ['team.en.yaml', 'team.ko.yaml'],
    });
    expect(await readFile(join(ports.folder, 'team.ko.yaml'), 'utf8')).toBe(ko);
    expect(ports.library.current.playbooks.at(-1)?.files).toHaveLength(2);
    expect(await readdir(ports.folder)).toContain('tplus-playbook-1.schema.json');
  });

  it('overwrites no file', async () => {
    const ports = await setUp();
    await mkdir(ports.folder);
    await writeFile(join(ports.folder, 'team.en.yaml'), 'mine, and no playbook');
    expect(await createPlaybook([teamYaml()], ports)).toMatchObject({ files: ['team-2.en.yaml'] });
    expect(await readFile(join(ports.folder, 'team.en.yaml'), 'utf8')).toBe('mine, and no playbook');
  });

  it.each([
    ['broken', ['id: [']],
    ['of an id that is there', [builtInYaml('en')]],
    ['in two ids', [teamYaml(), teamYaml('Other', 'other')]],
    ['in one language twice', [teamYaml(), teamYaml()]],
  ])('%s writes nothing, and says why', async (_what, texts) => {
    const ports = await setUp();
    const answer = await createPlaybook(texts, ports);
    expect(answer.created || answer.problems.length).toBeGreaterThan(0);
    expect(answer.created).toBe(false);
    await mkdir(ports.folder);
    expect(await listed(ports.folder)).toEqual([]);
  });
});

describe('creating, when not all goes well', () => {
  it('leaves nothing of a playbook whose second file cannot be written', async () => {
    const ports = await setUp();
    const { parse } = ports.library.parser;
    Object.assign(ports.library.parser, {
      // A folder that is not there, as the part of the name that comes of what was read.
      parse: async (text: string, name: string) => {
        const read = await parse(text, name);
        const isSecond = name === '2.yaml' && read.ok;
        return isSecond ? { ...read, playbook: { ...read.playbook, language: 'none/ko' } } : read;
      },
    });
    const texts = [teamYaml(), copiedText(builtInYaml('ko'), { id: 'team' })];
    await expect(createPlaybook(texts, ports)).rejects.toThrow('ENOENT');
    expect(await listed(ports.folder)).toEqual([]);
    Object.assign(ports.library.parser, { parse });
    expect(await createPlaybook(texts, ports)).toMatchObject({ files: ['team.en.yaml', 'team.ko.yaml'] });
  });

  it('leaves no part of a file that cannot be written to its end', async () => {
    const folder = await newFolder();
    const unwritable = Object.create(null) as string;
    await expect(writeNewFile(folder, 'team.en.yaml', unwritable)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes two of one id, asked for at once, one after the other: the second is refused', async () => {
    const ports = await setUp();
    const answers = await Promise.all([
      createPlaybook([teamYaml()], ports),
      createPlaybook([teamYaml()], ports),
    ]);
    expect(answers.map(({ created }) => created)).toEqual([true, false]);
    expect(await listed(ports.folder)).toEqual(['team.en.yaml']);
  });
});

describe('duplicating', () => {
  it('twice at once makes two copies', async () => {
    const ports = await setUp();
    const of = { id: 'talkstudio-incident-response', version: '1.0.0' };
    const answers = await Promise.all([duplicatePlaybook(of, ports), duplicatePlaybook(of, ports)]);
    expect(answers).toMatchObject([
      { id: 'talkstudio-incident-response-copy' },
      { id: 'talkstudio-incident-response-copy-2' },
    ]);
  });

  it('copies every language, each under its own words, as often as wanted', async () => {
    const ports = await setUp();
    const of = { id: 'talkstudio-incident-response', version: '1.0.0' };
    const first = await duplicatePlaybook(of, ports);
    expect(first).toMatchObject({ created: true, id: 'talkstudio-incident-response-copy' });
    expect(await duplicatePlaybook(of, ports)).toMatchObject({ id: 'talkstudio-incident-response-copy-2' });
    const copy = ports.library.current.playbooks.find(({ id }) => id === 'talkstudio-incident-response-copy');
    expect(copy).toMatchObject({
      origin: 'own',
      titles: {
        en: 'TalkStudio Incident Response (en copy)',
        ko: `${builtInPlaybook('ko').title} (ko copy)`,
      },
    });
  });

  it('takes the last good text of a file that is broken', async () => {
    const ports = await setUp();
    await createPlaybook([teamYaml()], ports);
    await writeFile(join(ports.folder, 'team.en.yaml'), 'id: [');
    await ports.library.refresh();
    expect(await duplicatePlaybook({ id: 'team', version: '1.0.0' }, ports)).toMatchObject({ created: true });
    expect(await readFile(join(ports.folder, 'team.en.yaml'), 'utf8')).toBe('id: [');
  });

  it('of what is not there says so', async () => {
    expect(await duplicatePlaybook({ id: 'gone', version: '1.0.0' }, await setUp())).toMatchObject({
      created: false,
    });
  });
});

describe('saving an edited file', () => {
  async function edited() {
    const ports = await setUp();
    await createPlaybook([teamYaml()], ports);
    const name = 'team.en.yaml';
    const opened = await playbookText({ name, origin: 'own' }, ports.library);
    if (opened === null) throw new Error('not there');
    const save = (text: string, over = false) =>
      savePlaybookText({ name, text, revision: opened.revision, over }, ports);
    return { ports, name, path: join(ports.folder, name), save };
  }

  it('writes it, and it is in force', async () => {
    const { ports, save, path } = await edited();
    const text = teamYaml('Edited');
    expect(await save(text)).toEqual({ saved: true, revision: revisionOf(text) });
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(ports.library.current.playbooks.at(-1)?.titles.en).toBe('Edited');
  });

  it('puts no broken text in force', async () => {
    const { save, path } = await edited();
    expect(await save('id: [')).toMatchObject({ saved: false, reason: 'broken' });
    expect(await readFile(path, 'utf8')).toBe(teamYaml());
  });

  it('does not write over what somebody else has written, unless that is wanted', async () => {
    const { ports, name, save, path } = await edited();
    const theirs = teamYaml('Theirs');
    await writeFile(path, theirs);
    expect(await save(teamYaml('Ours'))).toEqual({
      saved: false,
      reason: 'changed',
      text: theirs,
      revision: revisionOf(theirs),
    });
    expect(await readFile(path, 'utf8')).toBe(theirs);
    expect(await save(teamYaml('Ours'), true)).toMatchObject({ saved: true });
    expect(await readFile(join(ports.folder, '.replaced', name), 'utf8')).toBe(theirs);
  });

  it('says when the file is gone, and brings it back where that is wanted', async () => {
    const { ports, save, path } = await edited();
    await unlink(path);
    await ports.library.refresh();
    expect(await save(teamYaml())).toEqual({ saved: false, reason: 'gone' });
    expect(await save(teamYaml(), true)).toMatchObject({ saved: true });
  });

  it.each(['../settings.yaml', 'settings.json', '.hidden.yaml', 'a/b.yaml', 'a\\b.yaml', ''])(
    'never writes to %j',
    async (name) => {
      const ports = await setUp();
      const edit = { name, text: teamYaml(), revision: '', over: true };
      expect(await savePlaybookText(edit, ports)).toEqual({ saved: false, reason: 'no-such-file' });
    },
  );
});

it('hands no file to the editor that is larger than any playbook', async () => {
  const { folder, library } = await setUp();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'huge.yaml'), '');
  await truncate(join(folder, 'huge.yaml'), 5 * 1024 * 1024);
  await library.refresh();
  const read = playbookText({ name: 'huge.yaml', origin: 'own' }, library);
  await expect(read).rejects.toMatchObject({ code: 'file-too-large' });
});

it('neither hands to the editor nor writes over a file in another encoding, and says at which line it is', async () => {
  const { folder, library, ...ports } = await setUp();
  await mkdir(folder, { recursive: true });
  const bytes = Buffer.from('# ascii\n# \xc7\xd1\xb1\xdb\n', 'latin1');
  await writeFile(join(folder, 'team.yaml'), bytes);
  await library.refresh();
  expect(library.current.files.flatMap(({ problems }) => problems)).toMatchObject([
    { file: 'team.yaml', line: 2, cause: { code: 'not-utf-8' } },
  ]);
  const read = playbookText({ name: 'team.yaml', origin: 'own' }, library);
  await expect(read).rejects.toMatchObject({
    code: 'file-not-read',
    message: 'team.yaml:2: UTF-8?',
  });
  const edit = { name: 'team.yaml', text: teamYaml(), revision: '', over: true };
  await expect(savePlaybookText(edit, { ...ports, library })).rejects.toMatchObject({
    code: 'file-not-read',
  });
  expect(await readFile(join(folder, 'team.yaml'))).toEqual(bytes);
});

it('reads a file with a byte order mark as it is', async () => {
  const { folder, library } = await setUp();
  await mkdir(folder, { recursive: true });
  const text = `\uFEFF${teamYaml()}`;
  await writeFile(join(folder, 'team.yaml'), text);
  await library.refresh();
  expect(await playbookText({ name: 'team.yaml', origin: 'own' }, library)).toMatchObject({ text });
});
