import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody, placeholdersOf } from '#shared/domain/message/body.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const field = (id: string) => ({ kind: 'field', id });
const strong = (...nodes: unknown[]) => ({ kind: 'strong', nodes });

describe('parseBody', () => {
  it.each([
    ['plain', { kind: 'text', nodes: [text('plain')] }],
    ['', { kind: 'blank', nodes: [] }],
    ['   ', { kind: 'blank', nodes: [] }],
    ['**Bold**: {title}', { kind: 'text', nodes: [strong(text('Bold')), text(': '), field('title')] }],
    [
      '**{severity} {title}**',
      { kind: 'text', nodes: [strong(field('severity'), text(' '), field('title'))] },
    ],
    ['**a** b **c**', { kind: 'text', nodes: [strong(text('a')), text(' b '), strong(text('c'))] }],
    ['- {actions}', { kind: 'item', nodes: [field('actions')] }],
    ['* starred', { kind: 'item', nodes: [text('starred')] }],
    ['# One', { kind: 'heading', level: 1, nodes: [text('One')] }],
    ['### Three', { kind: 'heading', level: 3, nodes: [text('Three')] }],
    ['#incident-{date}', { kind: 'text', nodes: [text('#incident-'), field('date')] }],
    ['T+{minutes}min', { kind: 'text', nodes: [text('T+'), field('minutes'), text('min')] }],
    ['2 ** 3', { kind: 'text', nodes: [text('2 ** 3')] }],
    ['** not bold **', { kind: 'text', nodes: [text('** not bold **')] }],
    ['open **bold', { kind: 'text', nodes: [text('open **bold')] }],
    ['{Not A Field} {', { kind: 'text', nodes: [text('{Not A Field} {')] }],
    ['[a](b) `c` _d_', { kind: 'text', nodes: [text('[a](b) `c` _d_')] }],
  ])('%s', (line, expected) => {
    expect(parseBody(line)).toEqual([expected]);
  });

  it('reads one line for each line', () => {
    expect(parseBody('a\r\n\n- b').map(({ kind }) => kind)).toEqual(['text', 'blank', 'item']);
  });

  it('keeps every character of text that is not markup', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.,:가-힣]+( [a-z.,:가-힣]+)*$/), (words) => {
        expect(parseBody(words)).toEqual([{ kind: 'text', nodes: [text(words)] }]);
      }),
    );
  });
});

it('placeholdersOf names whatever stands in braces', () => {
  expect(placeholdersOf('{a} {간단한 설명}\n- {a}{b-1} {} {open\n}')).toEqual([
    'a',
    '간단한 설명',
    'a',
    'b-1',
    '',
  ]);
});
