import { describe, expect, it } from 'vitest';
import { disagreementsOf } from '#shared/domain/playbook/agree.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook, builtInYaml } from './built-in.ts';

const EN = builtInPlaybook('en');
const KO = builtInPlaybook('ko');
const renamed = <Entry extends { readonly id: string }>(list: readonly Entry[]): Entry[] =>
  list.map((entry, index) => (index === 0 ? { ...entry, id: 'renamed' } : entry));
const said = (en: Playbook, ko: Playbook) =>
  disagreementsOf([
    { file: 'en.yaml', playbook: en },
    { file: 'ko.yaml', playbook: ko },
  ]).map(({ file, path }) => `${file} ${path}`);

describe('editions of one playbook', () => {
  it('agree where the ids do, whatever their words and order', () => {
    expect(said(EN, KO)).toEqual([]);
    expect(said(EN, { ...KO, channels: KO.channels.toReversed() })).toEqual([]);
    expect(disagreementsOf([{ file: 'en.yaml', playbook: EN }])).toEqual([]);
  });

  const firstTemplate = KO.templates[0];
  it.each<[string, Partial<Playbook>, string[]]>([
    [
      'a severity that one lacks',
      { severities: KO.severities.slice(0, -1) },
      [`en.yaml severities[${EN.severities.length - 1}].id`],
    ],
    [
      'a milestone',
      { milestones: renamed(KO.milestones) },
      ['en.yaml milestones[0].id', 'ko.yaml milestones[0].id'],
    ],
    [
      'an item',
      { quickReference: { ...KO.quickReference, items: renamed(KO.quickReference.items) } },
      ['en.yaml quickReference.items[0].id', 'ko.yaml quickReference.items[0].id'],
    ],
    [
      'a template, and not its fields again',
      { templates: renamed(KO.templates) },
      ['en.yaml templates[0].id', 'ko.yaml templates[0].id'],
    ],
    [
      'a field',
      {
        templates: KO.templates.map((each) =>
          each === firstTemplate ? { ...each, fields: renamed(each.fields) } : each,
        ),
      },
      ['en.yaml templates[0].fields[0].id', 'ko.yaml templates[0].fields[0].id'],
    ],
  ])('differ by %s', (_, changes, expected) => {
    expect(said(EN, { ...KO, ...changes })).toEqual(expected);
  });

  it('are told apart at the line in the file', () => {
    const text = builtInYaml('en');
    const id = EN.quickReference.items[0]?.id ?? '';
    const read = parsePlaybook(text, 'en.yaml');
    if (!read.ok) throw new Error('the built-in playbook can be read');
    const items = renamed(KO.quickReference.items);
    const [problem] = disagreementsOf([
      { file: 'en.yaml', ...read },
      { file: 'ko.yaml', playbook: { ...KO, quickReference: { ...KO.quickReference, items } } },
    ]);
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain(id);
    expect(problem?.cause).toEqual({ code: 'not-in-edition', id, files: 'ko.yaml' });
  });
});
