import { describe, expect, it } from 'vitest';
import { libraryOf, type PlaybookFile } from '#shared/domain/playbook/library.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from './built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const file = (name: string, playbook: Playbook, more: Partial<PlaybookFile> = {}): PlaybookFile => ({
  name,
  origin: 'own',
  problems: [],
  inForce: { playbook, hash: `hash of ${name}` },
  isLastGood: false,
  ...more,
});
const BUILT_IN = [file('en.yaml', EN, { origin: 'built-in' }), file('ko.yaml', KO, { origin: 'built-in' })];
const problem = { file: 'team.yaml', line: 3, column: 1, path: '', cause: { code: 'unreadable' } } as const;

describe('the library', () => {
  it('makes one playbook of the editions with one id and version', () => {
    const { shelf, playbooks } = libraryOf(BUILT_IN, EN.id);
    expect(shelf.playbooks).toEqual([
      {
        ref: { id: EN.id, version: '1.0.0', editions: { en: 'hash of en.yaml', ko: 'hash of ko.yaml' } },
        editions: { en: EN, ko: KO },
      },
    ]);
    expect(playbooks).toMatchObject([
      { origin: 'built-in', isDefault: true, isOld: false, titles: { en: EN.title, ko: KO.title } },
    ]);
  });

  it('keeps what is in force of a broken file, and lists one that never was good without a playbook', () => {
    const team = file('team.yaml', { ...EN, id: 'team' }, { problems: [problem], isLastGood: true });
    const fresh: PlaybookFile = { name: 'x.yaml', origin: 'own', problems: [problem], isLastGood: false };
    const { shelf, files } = libraryOf([...BUILT_IN, team, fresh], 'team');
    expect(shelf.defaultId).toBe('team');
    expect(shelf.playbooks.map(({ ref }) => ref.id)).toEqual([EN.id, 'team']);
    expect(files.filter(({ problems }) => problems.length > 0)).toEqual([
      {
        name: 'team.yaml',
        origin: 'own',
        problems: [problem],
        isLastGood: true,
        language: 'en',
        warnings: [],
      },
      { name: 'x.yaml', origin: 'own', problems: [problem], isLastGood: false, warnings: [] },
    ]);
  });

  it('lets the app’s own edition stand against a file that says it is the same one, and says so there', () => {
    const { shelf, files } = libraryOf([...BUILT_IN, file('copy.yaml', { ...EN, title: 'Mine' })], EN.id);
    expect(shelf.playbooks[0]?.editions.en?.title).toBe(EN.title);
    expect(files.at(-1)?.problems[0]?.cause).toMatchObject({ code: 'edition-taken', file: 'en.yaml' });
  });

  it('marks what a higher version has replaced, and the default only once', () => {
    const next = file('next.yaml', { ...EN, version: '1.1.0', services: ['a', 'b*'] });
    const { playbooks } = libraryOf([...BUILT_IN, next], EN.id);
    expect(
      playbooks.map(({ version, isDefault, isOld, services }) => [version, isDefault, isOld, services]),
    ).toEqual([
      ['1.0.0', false, true, []],
      ['1.1.0', true, false, ['a', 'b*']],
    ]);
  });

  it('falls back to the first where nothing has the wanted id', () => {
    expect(libraryOf(BUILT_IN, 'gone').shelf.defaultId).toBe(EN.id);
    expect(libraryOf([], 'gone')).toEqual({
      shelf: { playbooks: [], defaultId: '' },
      playbooks: [],
      files: [],
    });
  });
});
