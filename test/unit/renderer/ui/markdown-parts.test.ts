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
