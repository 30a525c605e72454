import { describe, expect, test } from 'vitest';
import { decodeDocument } from '#shared/domain/playbook-import/decode.ts';
import { importMarkdown } from '#shared/domain/playbook-import/import-markdown.ts';
import { findingsOf, outcomes, reportOf } from './documents.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TABLE = '| A | B |\n|---|---|\n| SEV-1 | 1h |\n| SEV-2 | 4h |';

test.each([
  ['nothing', '', 'empty'],
  ['white space', ' \n\t\n', 'empty'],
  ['5 MB', 'words and more words\n'.repeat(250_000), 'too-large'],
  ['quotes in quotes', `${'> '.repeat(200)}a`, 'too-deep'],
  ['lists in lists on one line', `${'- '.repeat(200)}a`, 'too-deep'],
  ['an indentation without end', `- a\n${' '.repeat(2000)}- b`, 'too-deep'],
  ['headings without end', '# a\n'.repeat(20_000), 'too-many-sections'],
])('%s is refused in a word', (_, text, code) => {
  expect(importMarkdown(text)).toMatchObject({ ok: false, problem: { code } });
});

test('a rule of many dashes is not nested', () => {
  expect(importMarkdown(`# A\n\n${'- '.repeat(100)}\n\nb`)).toMatchObject({ ok: true });
});

describe('odd but readable', () => {
  test('line ends of Windows and of old Macs, and a mark at the beginning', () => {
    for (const text of [
      TABLE,
      TABLE.replaceAll('\n', '\r\n'),
      TABLE.replaceAll('\n', '\r'),
      `\uFEFF${TABLE}`,
    ])
      expect(outcomes(reportOf(text))).toEqual({ '': ['severities high'] });
  });

  test('no heading at all', () => {
    expect(outcomes(reportOf(`some words\n\n${TABLE}`))).toEqual({ '': ['- prose', 'severities high'] });
  });

  test('a fence that never closes keeps the rest of the file in it', () => {
    expect(outcomes(reportOf(`# A\n\n\`\`\`bash\n# Look\ncurl x\n\n# B\n${TABLE}`))).toEqual({
      A: ['commands high'],
    });
  });

  test('a table and a list too long are left out with their length', () => {
    const report = reportOf(`${TABLE}\n${'| SEV-1 | 1h |\n'.repeat(600)}\n\n${'- a\n'.repeat(600)}`);
    expect(findingsOf(report)).toMatchObject([
      { outcome: 'left-out', why: 'too-long', excerpt: '602' },
      { outcome: 'left-out', why: 'too-long', excerpt: '600' },
    ]);
  });

  test('a message with an open brace is left out, and said where', () => {
    const report = reportOf('# A\n\n```\nWe see {what\nfor {whom}\n```');
    expect(findingsOf(report)).toMatchObject([{ outcome: 'left-out', why: 'open-braces', line: 3 }]);
  });

  test('what could hide or turn text is made visible', () => {
    const report = reportOf('# a\u202Eb\u0007\n\nc');
    expect(report.sections[0]?.title).toBe('a[U+202E]b\u2407');
  });
});

describe('bytes', () => {
  test.each([
    ['UTF-8', utf8('# 장애')],
    ['UTF-8 with a mark', utf8('\uFEFF# 장애')],
    ['EUC-KR', new Uint8Array([0x23, 0x20, 0xc0, 0xe5, 0xbe, 0xd6])],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x23, 0, 0x20, 0, 0xa5, 0xc7, 0x60, 0xc5])],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0, 0x23, 0, 0x20, 0xc7, 0xa5, 0xc5, 0x60])],
    ['UTF-16 without a mark', new Uint8Array([0x23, 0, 0x20, 0, 0xa5, 0xc7, 0x60, 0xc5])],
  ])('%s', (_, bytes) => {
    const decoded = decodeDocument(bytes);
    expect(decoded.ok && reportOf(`${decoded.text}\n\nx`).title).toBe('장애');
  });

  test('which encoding was taken is said, a letter of the extension of EUC-KR included', () => {
    // "똠방각하" and its first letter, which EUC-KR itself has not.
    const bytes = new Uint8Array([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0xb0, 0xa2, 0xc7, 0xcf]);
    const more = new Uint8Array([...bytes, ...bytes.slice(2), ...bytes.slice(2)]);
    expect(decodeDocument(more)).toMatchObject({ ok: true, encoding: 'euc-kr' });
    expect(decodeDocument(utf8('# 장애'))).toMatchObject({ encoding: 'utf-8' });
    expect(decodeDocument(new Uint8Array([0xff, 0xfe, 0x23, 0]))).toMatchObject({ encoding: 'utf-16le' });
  });

  test.each([
    ['Latin-1', [0x23, 0x20, 0xe9, 0x74, 0xe9, 0x0a], 1],
    [
      'Latin-1 with letters that make Korean by chance',
      [0x61, 0x0a, 0xc4, 0x68, 0x6e, 0x6c, 0x69, 0x63, 0x68, 0x0a],
      2,
    ],
    ['Shift JIS', [0x61, 0x0a, 0x0a, 0x8f, 0xe1, 0x8a, 0x51, 0x83, 0x8c], 3],
    ['one broken letter in UTF-8', [...utf8('# 장애\n\n장'), 0xc7, 0x0a, 0x61], 3],
    ['half a letter of UTF-16', [0xff, 0xfe, 0x23, 0, 0x00, 0xd8], undefined],
  ])('%s is refused at the first line that cannot be read', (_, bytes, line) => {
    const problem = { code: 'bad-encoding', ...(line === undefined ? {} : { line }) };
    expect(decodeDocument(new Uint8Array(bytes))).toEqual({ ok: false, problem });
  });

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), 'binary'],
    ['a zero among letters', utf8('# a\0b'), 'binary'],
    ['more than is looked at', new Uint8Array(5 * 1024 * 1024), 'too-large'],
  ])('%s is refused', (_, bytes, code) => {
    expect(decodeDocument(bytes)).toEqual({ ok: false, problem: { code } });
  });
});
