import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownParts } from '../../../../src/renderer/ui/markdown-parts.ts';

const kindsOf = (text: string): string[] => markdownParts(text).map(({ kind }) => kind);
const PARAGRAPH = 'The pool was *full* at 14:02, see `pg_stat_activity`. '.repeat(20);

describe('the parts of a document', () => {
  it('an ordinary document is one, with what it refers to', () => {
    expect(kindsOf('')).toEqual(['markdown']);
    expect(kindsOf(`[text][ref]\n\n${`${PARAGRAPH}\n\n`.repeat(10)}[ref]: https://a.example`)).toEqual([
      'markdown',
    ]);
    expect(kindsOf(`| a | b | c |\n|---|---|---|\n${'| 14:02 | what | who |\n'.repeat(300)}`)).toEqual([
      'markdown',
    ]);
  });

  it('a long one of ordinary paragraphs is read, in several', () => {
    const parts = markdownParts(`${PARAGRAPH}\n\n`.repeat(100));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.every(({ kind }) => kind === 'markdown')).toBe(true);
  });

  it.each([
    ['marks', '*a_ '],
    ['brackets', ']('],
    ['addresses', 'www.a '],
    ['lines', 'a\n=\n'],
    ['pipes', '|'],
    ['plain text', 'a '],
  ])('too many %s in one block are not read', (_what, text) => {
    expect(kindsOf(`Before\n\n${text.repeat(20_000)}\n\nAfter`)).toEqual(['markdown', 'literal', 'markdown']);
  });

  it.each([
    ['> > > a', 'markdown'],
    [`${'> '.repeat(21)}a`, 'literal'],
    [`${'- '.repeat(21)}a`, 'literal'],
    [`${'1. '.repeat(21)}a`, 'literal'],
    [`  ${'>'.repeat(21)}a`, 'literal'],
    ['-'.repeat(40), 'markdown'],
    ['1.2.3.'.repeat(20), 'markdown'],
  ])('%s is %s', (text, kind) => {
    expect(kindsOf(text)).toEqual([kind]);
  });

  it('reads no more of many costly blocks than a whole document may take', () => {
    const parts = markdownParts(`${'*a_ '.repeat(900)}\n\n`.repeat(200));
    expect(parts.filter(({ kind }) => kind === 'markdown').length).toBeLessThan(14);
    expect(parts.at(-1)?.kind).toBe('literal');
  });

  it('reads no more letters than a whole document may have', () => {
    const line = `${'a'.repeat(19_000)}\n\n`;
    expect(kindsOf(line.repeat(25))).toEqual([...Array.from({ length: 21 }, () => 'markdown'), 'literal']);
  });

  it('counts pipes for a fraction, but counts them', () => {
    expect(kindsOf('|'.repeat(7000))).toEqual(['markdown']);
    expect(kindsOf('|'.repeat(9000))).toEqual(['literal']);
  });

  it.each([
    ['a fence', (inside: string) => `\`\`\`\n${inside}\`\`\`\n`],
    [
      'a fence with what closes none: more after its marks',
      (inside: string) => `\`\`\`\n\`\`\` js\n\n${inside}\`\`\`\n`,
    ],
    ['a fence with what closes none: other marks', (inside: string) => `\`\`\`\n~~~\n\n${inside}\`\`\`\n`],
    ['a fence of more marks', (inside: string) => `\`\`\`\`\n\`\`\`\n\n${inside}\`\`\`\`\n`],
  ])('what is too much in %s is one part', (_what, fenced) => {
    const fence = fenced('*a* b\n\n'.repeat(1500));
    expect(markdownParts(`Before\n\n${fence}\nAfter`)).toEqual([
      { kind: 'markdown', text: 'Before\n\n' },
      { kind: 'literal', text: `${fence}\n` },
      { kind: 'markdown', text: 'After' },
    ]);
  });

  it('what is too much in an item of a list is one part', () => {
    const list = `- a\n\n${'  *a* b\n\n'.repeat(1500)}`;
    expect(markdownParts(`${list}After`)).toEqual([
      { kind: 'literal', text: list },
      { kind: 'markdown', text: 'After' },
    ]);
  });

  it('reads what stands before and after what is too deep', () => {
    expect(kindsOf(`Before\n\n${'> '.repeat(21)}a\n\nAfter`)).toEqual(['markdown', 'literal', 'markdown']);
  });

  it('does not cut inside a fence, nor before what is indented', () => {
    const long = 'x'.repeat(15_000);
    const fence = `\`\`\`\n${long}\n\nb\n\`\`\`\n`;
    const list = `- ${long}\n\n  of the same\n`;
    expect(markdownParts(`${long}\n\n${fence}`).map(({ text }) => text)).toEqual([`${long}\n\n`, fence]);
    expect(markdownParts(`${long}\n\n${list}`).map(({ text }) => text)).toEqual([`${long}\n\n`, list]);
  });

  it('loses nothing, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      '\n',
      '\n\n',
      '```',
      '~~~\n',
      '> ',
      '- ',
      '  ',
      '\t',
      '|',
      '*a_ '.repeat(700),
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        expect(
          markdownParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
