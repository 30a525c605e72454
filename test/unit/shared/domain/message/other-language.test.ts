import { describe, expect, it } from 'vitest';
import { inOtherEdition } from '#shared/domain/message/other-language.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';

const EN: PlaybookField = {
  id: 'status',
  label: 'Status',
  type: 'choice',
  options: ['Open', 'Fixed', 'Done'],
};
const KO: PlaybookField = { id: 'status', label: '상태', type: 'choice', options: ['열림', '고침', 'Open'] };

describe('a value in another edition', () => {
  it.each([
    ['a choice is the one at the same place', 'Fixed', EN, [KO], '고침'],
    ['also when that list has its word elsewhere', 'Open', EN, [KO], '열림'],
    ['a choice that is none of them is as it was said', '고침', EN, [KO], '고침'],
    ['a shorter list', 'Done', EN, [{ ...KO, options: ['열림'] }], 'Done'],
    ['a field that the other has not', 'Fixed', EN, [], 'Fixed'],
    ['nothing chosen', '', EN, [KO], ''],
    ['text', 'Fixed', { id: 'status', label: 'S', type: 'text' }, [KO], 'Fixed'],
    ['a list', ['Open'], { id: 'status', label: 'S', type: 'list' }, [KO], ['Open']],
  ] as const)('%s', (_name, value, field, other, expected) => {
    const said = typeof value === 'string' ? value : [...value];
    expect(inOtherEdition(said, field as PlaybookField, other as readonly PlaybookField[])).toEqual(expected);
  });
});
