import { describe, expect, it } from 'vitest';
import { findLooseBraces, findUndeclared } from '#shared/domain/playbook/check-braces.ts';

const wording = (text: string) => ({ path: ['body'], text });

describe('braces', () => {
  it.each([
    ['{title} }', [['closing-brace', '{title} }', 8]]],
    ['a {b} {c\n{d}', [['open-brace', 'a {b} {c', 6]]],
    [
      '{a {b} c}',
      [
        ['open-brace', '{a {b} c}', 0],
        ['closing-brace', '{a {b} c}', 8],
      ],
    ],
    ['{a}\n{b c}', []],
  ])('of %j that close nothing or do not close are placed', (text, expected) => {
    expect(
      findLooseBraces(wording(text)).map(({ cause, within }) => [
        cause.code,
        within?.lineText,
        within?.index,
      ]),
    ).toEqual(expected);
  });

  it('are named where they first stand, once, in the order of the text', () => {
    const found = findUndeclared(wording('{b} {known}\n{a} {b}\n{a}'), new Set(['known']), (name) => ({
      code: 'undeclared-field',
      name,
    }));
    expect(found.map(({ cause, within }) => ['name' in cause && cause.name, within])).toEqual([
      ['b', { lineText: '{b} {known}', index: 0 }],
      ['a', { lineText: '{a} {b}', index: 0 }],
    ]);
  });
});
