import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, MOST_EDITS, type Stretch } from '#shared/domain/post-mortem/difference.ts';

const lines = (count: number, word: string): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`);
const text = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join('\n');
const told = (before: string, after: string): string[] =>
  differenceOf(before, after).stretches.map(({ kind, lines: { length } }) => `${kind} ${length}`);
const without = (stretches: readonly Stretch[], kind: Stretch['kind']): string =>
  stretches
    .filter((each) => each.kind !== kind)
    .flatMap((each) => each.lines)
    .join('\n');

describe('what became of a text', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing', 'a\nb', 'a\nb', ['kept 2']],
    ['a line was added at its end', 'a', 'a\nb', ['kept 1', 'added 1']],
    ['a line was added at its beginning', 'b', 'a\nb', ['added 1', 'kept 1']],
    ['a line was taken out', 'a\nb\nc', 'a\nc', ['kept 1', 'removed 1', 'kept 1']],
    ['a line was written anew', 'a\nb\nc', 'a\nB\nc', ['kept 1', 'removed 1', 'added 1', 'kept 1']],
    ['one of two lines alike was taken out', 'a\na', 'a', ['kept 1', 'removed 1']],
    [
      'two places were changed',
      'a\nb\nc\nd\ne',
      'a\nB\nc\nD\ne',
      ['kept 1', 'removed 1', 'added 1', 'kept 1', 'removed 1', 'added 1', 'kept 1'],
    ],
  ])('%s', (_what, before, after, wanted) => {
    expect(told(before, after)).toEqual(wanted);
    expect(differenceOf(before, after).isCoarse).toBe(false);
  });

  it('gives back both texts, whether it was told line by line or not', () => {
    const line = fc.constantFrom('', 'a', 'b', 'c', 'd');
    const some = fc.array(line, { maxLength: 40 }).map((each) => each.join('\n'));
    const many = fc.constantFrom('', text(lines(MOST_EDITS, 'old')), text(lines(MOST_EDITS, 'new')));
    fc.assert(
      fc.property(some, many, some, many, (start, before, end, after) => {
        const [one, other] = [text(start, before, end), text(start, after, end)];
        const { stretches } = differenceOf(one, other);
        expect(without(stretches, 'added')).toBe(one);
        expect(without(stretches, 'removed')).toBe(other);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a text that became another', () => {
  // One line stays in the middle, so that it matters whether lines are told apart.
  const replaced = (count: number, word: string): string => {
    const half = lines(count / 2, word);
    return text('first', half, 'stays', half, 'last');
  };

  it('is told line by line up to so many lines', () => {
    const count = MOST_EDITS / 2;
    const { stretches, isCoarse } = differenceOf(replaced(count, 'old'), replaced(count, 'new'));
    expect(isCoarse).toBe(false);
    expect(stretches.filter(({ kind }) => kind === 'kept').map((each) => each.lines)).toEqual([
      ['first'],
      ['stays'],
      ['last'],
    ]);
  });

  it('is told as one stretch beyond that, between what both begin and end with', () => {
    const count = MOST_EDITS / 2 + 2;
    const [before, after] = [replaced(count, 'old'), replaced(count, 'new')];
    expect(differenceOf(before, after).isCoarse).toBe(true);
    expect(told(before, after)).toEqual(['kept 1', `removed ${count + 1}`, `added ${count + 1}`, 'kept 1']);
  });

  it('is no work to speak of, however long it is', () => {
    const most = 100_000;
    expect(told(text(lines(most, 'old')), text(lines(most, 'new')))).toEqual([
      `removed ${most}`,
      `added ${most}`,
    ]);
  });

  it('is told exactly where lines were only added or only removed, however many', () => {
    const [short, long] = [text('a', 'z'), text('a', lines(5 * MOST_EDITS, 'new'), 'z')];
    expect(told(short, long)).toEqual(['kept 1', `added ${5 * MOST_EDITS}`, 'kept 1']);
    expect(told(long, short)).toEqual(['kept 1', `removed ${5 * MOST_EDITS}`, 'kept 1']);
    expect(differenceOf(short, long).isCoarse).toBe(false);
  });
});
