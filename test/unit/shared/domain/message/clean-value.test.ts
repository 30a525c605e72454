import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanValue, toOneLine } from '#shared/domain/message/clean-value.ts';

describe('cleanValue', () => {
  it.each([
    ['keeps words', 'Login fails', 'Login fails'],
    ['keeps Korean and emoji joined', '로그인 실패 👩‍💻', '로그인 실패 👩‍💻'],
    ['trims', '  a \n', 'a'],
    ['makes line ends one kind', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['makes tabs spaces', 'a\tb', 'a b'],
    ['removes controls', 'a\u0000\u0007\u001b[31mb\u007f\u009bc', 'a[31mbc'],
    ['removes what reorders text', 'pay \u202egnp.exe\u202c \u2066x\u2069\u200f', 'pay gnp.exe x'],
    ['removes what is invisible', '\ufeffa\u200bb\u2060c\u00add', 'abcd'],
    ['replaces half a character', 'a\ud83d', 'a\ufffd'],
    ['is empty for what shows nothing', ' \u200b\u202e\u0000 ', ''],
  ])('%s', (_name, value, expected) => {
    expect(cleanValue(value)).toBe(expected);
  });

  it('leaves no character behind that could hide or reorder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const clean = cleanValue(value);
        expect(clean).not.toMatch(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanValue(clean)).toBe(clean);
      }),
    );
  });
});

it('toOneLine joins lines with a space', () => {
  expect(toOneLine('a \n\n  b\nc')).toBe('a b c');
});
