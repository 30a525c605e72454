import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, visibleLine, visibleText } from '#shared/domain/page/hostile-text.ts';
import { HARMFUL } from './harmful.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 60,
  }),
  fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u202e', '\u0000', '\ud83d', '\udd25', 'a') }),
);

describe('visible text', () => {
  it.each([
    ['plain', 'Disk full', 'Disk full'],
    ['Korean and emoji', '디스크 🔥', '디스크 🔥'],
    ['emoji joined of several', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['a null', 'a\u0000b', 'a␀b'],
    ['an escape sequence', '\u001b[31mred', '␛[31mred'],
    ['a delete', 'a\u007f', 'a␡'],
    ['a C1 control', 'a\u009bb', 'a[U+009B]b'],
    ['a lone carriage return', 'good\rbad', 'good␍bad'],
    ['lines of Windows', 'a\r\nb', 'a\nb'],
    ['tab and line feed', 'a\tb\nc', 'a\tb\nc'],
    ['a right-to-left override', 'abc\u202egpj', 'abc[U+202E]gpj'],
    ['isolates', '\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['an Arabic letter mark', '\u061c', '[U+061C]'],
    ['a zero-width space', 'a\u200bb', 'a[U+200B]b'],
    ['a byte-order mark', '\ufeffa', '[U+FEFF]a'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
    ['a symmetric-swapping control', '\u206a', '[U+206A]'],
    ['a soft hyphen', 'a\u00adb', 'a[U+00AD]b'],
    ['a Hangul filler', '\u3164', '[U+3164]'],
    ['a braille blank', '\u2800', '[U+2800]'],
    ['an annotation', '\ufff9', '[U+FFF9]'],
    ['a tag character', '\u{e0041}', '[U+E0041]'],
    ['a lone surrogate', 'a\ud83d', 'a\ufffd'],
  ])('shows %s', (_, text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });

  it('hides nothing and harms nothing, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = visibleText(text);
        expect(shown).not.toMatch(HARMFUL);
        expect(shown.isWellFormed()).toBe(true);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});

describe('one visible line', () => {
  it.each([
    ['lines', 'a\n\n  b\r\nc', 'a b c'],
    ['spaces around', '  a  ', 'a'],
    ['tabs', 'a\tb', 'a b'],
    ['spaces within a line', 'a  b', 'a  b'],
    ['nothing but breaks', ' \n\r\n ', ''],
    ['breaks at both ends', '\n a \n', 'a'],
    ['joiners alone', ' \u200d\ufe0f ', '[U+200D][U+FE0F]'],
  ])('of %s', (_, text, expected) => {
    expect(visibleLine(text)).toBe(expected);
  });

  it('is one line without harm, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = visibleLine(text);
        expect(line).not.toMatch(HARMFUL);
        expect(line).not.toMatch(/[\n\t]/);
        expect(line.trim()).toBe(line);
      }),
    );
  });

  it.each([
    ['spaces', ' '],
    ['tabs', '\t'],
    ['breaks', '\n'],
    ['spaces and breaks', ' \n'],
    ['nulls', '\u0000'],
    ['overrides', '\u202e'],
  ])('of a megabyte of %s is read: in more than linear time it would not end', (_, unit) => {
    const line = visibleLine(`a${unit.repeat(1_000_000 / unit.length)}b`);
    expect(line.startsWith('a')).toBe(true);
    expect(line.endsWith('b')).toBe(true);
    expect(line).not.toContain('\n');
  });
});

describe('shortening', () => {
  it.each([
    ['what fits', 'abc', 3, 'abc'],
    ['what does not', 'abcd', 3, 'ab…'],
    ['between the halves of a code point', 'a🔥b', 3, 'a…'],
    ['after a whole code point', '🔥bc', 3, '🔥…'],
    ['to one', 'ab', 1, '…'],
  ])('%s', (_, text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });

  it('keeps to the limit and to whole code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        if (text.length <= limit) expect(short).toBe(text);
      }),
    );
  });
});
