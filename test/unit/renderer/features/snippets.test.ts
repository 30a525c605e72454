import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';
import type { FilledField } from '../../../../src/renderer/features/incident/composer/composer-model.ts';
import {
  snippetName,
  targetField,
  withSnippet,
} from '../../../../src/renderer/features/incident/composer/snippets.ts';

const filled = (type: PlaybookField['type'], value: FieldValue, id: string = type): FilledField => ({
  field: { id, label: id, type },
  value,
  from: 'typed',
});

describe('the field that a snippet goes into', () => {
  const fields = [filled('choice', ''), filled('text', 'x'), filled('multiline', ''), filled('list', [])];
  it.each([
    ['the one last worked in', 'list', 'list'],
    ['the first empty one', undefined, 'multiline'],
    ['never one that is not written by hand', 'choice', 'multiline'],
  ])('%s', (_name, focused, expected) => {
    expect(targetField(fields, focused)?.field.id).toBe(expected);
  });

  it('is the first where none is empty, and none where there is none', () => {
    expect(
      targetField([filled('date', ''), filled('text', 'a', 'one'), filled('text', 'b', 'two')], undefined)
        ?.field.id,
    ).toBe('one');
    expect(targetField([filled('date', '')], undefined)).toBeUndefined();
  });
});

describe('a snippet', () => {
  it.each([
    ['into an empty field', filled('multiline', ' '), undefined, 'one\ntwo'],
    ['after what stands there, on a line of its own', filled('multiline', 'a\n'), undefined, 'a\none\ntwo'],
    ['into a line', filled('text', 'a'), undefined, 'a one two'],
    ['into a list', filled('list', ['a']), undefined, ['a', 'one', 'two']],
    ['in place of what is selected', filled('multiline', 'abc'), { start: 1, end: 2 }, 'aone\ntwoc'],
  ])('%s', (_name, field, selected, expected) => {
    expect(withSnippet(field, 'one\ntwo', selected)).toEqual(expected);
  });

  it('is called by its first words', () => {
    expect(snippetName('Rolling back\nnow')).toBe('Rolling back');
    expect(snippetName('x'.repeat(60))).toBe(`${'x'.repeat(48)}…`);
  });
});
