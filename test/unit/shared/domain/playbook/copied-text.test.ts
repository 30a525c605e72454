import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedText, freeId } from '#shared/domain/playbook/copied-text.ts';
import { readYaml } from '#shared/domain/playbook/source.ts';
import { parsePlaybook } from '#shared/domain/playbook/parse.ts';
import { builtInYaml } from './built-in.ts';

describe.each(['en', 'ko'] as const)('a copy of the %s edition', (language) => {
  const text = builtInYaml(language);

  it('differs in two lines, and is a playbook', () => {
    const copy = copiedText(text, { id: 'team', title: 'Ours: "the" #1' });
    const before = text.split('\n');
    const changed = copy.split('\n').filter((line, index) => line !== before[index]);
    expect(changed).toEqual(['id: team', 'title: "Ours: \\"the\\" #1"']);
    const read = parsePlaybook(copy, 'copy.yaml');
    expect(read.ok && read.playbook).toMatchObject({ id: 'team', title: 'Ours: "the" #1' });
  });
});

it('can be called anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const read = readYaml(copiedText('# about\nid: a\ntitle: b\nowner: c\n', { id: 'x', title }));
      expect('value' in read && read.value).toEqual({ id: 'x', title, owner: 'c' });
    }),
  );
});

it('takes the services out of force, however they are written, and nothing else', () => {
  const text = "id: a\nservices:\n- pay\n  # why\n\n- 'x*'\ntitle: T\nnext: 1\nservices: [b]\n  \nlast: 2";
  expect(copiedText(text, { id: 'b' })).toBe(
    "id: b\n# services:\n# - pay\n#   # why\n\n# - 'x*'\ntitle: T\nnext: 1\n# services: [b]\n  \nlast: 2",
  );
});

it('replaces a title over several lines as a whole', () => {
  for (const title of ['Ours,\n  and theirs', '>-\n  Ours,\n\n  and theirs', '|\n  Ours\n']) {
    const read = readYaml(copiedText(`id: a\ntitle: ${title}\nowner: c\n`, { id: 'x', title: 'Copy' }));
    expect('value' in read && read.value).toEqual({ id: 'x', title: 'Copy', owner: 'c' });
  }
});

it('keeps line ends as they are', () => {
  expect(copiedText('id: a\r\ntitle: b\r\nx: 1\r\n', { id: 'c', title: 'd' })).toBe(
    'id: c\r\ntitle: "d"\r\nx: 1\r\n',
  );
});

it('finds an id that is free, also for a copy of a copy', () => {
  const taken = new Set(['team', 'team-copy', 'team-copy-2']);
  expect(freeId('team', (id) => taken.has(id))).toBe('team-copy-3');
  expect(freeId('team-copy-2', (id) => taken.has(id))).toBe('team-copy-3');
  expect(freeId('other', () => false)).toBe('other-copy');
});
