import { describe, expect, it } from 'vitest';
import {
  type Columns,
  neighbourCard,
  neighbourStatus,
} from '../../../../../src/renderer/features/actions/board-keys.ts';

describe('the card that an arrow leads to', () => {
  const columns: Columns = [['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']];
  const hollow: Columns = [['a1', 'a2'], [], ['c1', 'c2', 'c3']];

  it.each<[string, Columns, string, string, string | undefined]>([
    ['the one below', columns, 'a1', 'ArrowDown', 'a2'],
    ['the one above', columns, 'a3', 'ArrowUp', 'a2'],
    ['none below the last', columns, 'a3', 'ArrowDown', undefined],
    ['none above the first', columns, 'a1', 'ArrowUp', undefined],
    ['the nearest column to the right', columns, 'a1', 'ArrowRight', 'b1'],
    ['the nearest column to the left', columns, 'c1', 'ArrowLeft', 'b1'],
    ['the end of a column that is shorter', columns, 'a3', 'ArrowRight', 'b1'],
    [
      'the same height',
      [
        ['a1', 'a2'],
        ['b1', 'b2'],
      ],
      'b2',
      'ArrowLeft',
      'a2',
    ],
    ['past an empty column to the right', hollow, 'a2', 'ArrowRight', 'c2'],
    ['past an empty column to the left', hollow, 'c3', 'ArrowLeft', 'a2'],
    ['none left of the first column', columns, 'a1', 'ArrowLeft', undefined],
    ['none right of the last column', columns, 'c1', 'ArrowRight', undefined],
    ['none by another key', columns, 'a1', 'Enter', undefined],
    ['none from a card that is not there', columns, 'gone', 'ArrowUp', undefined],
  ])('is %s', (_what, board, from, key, to) => {
    expect(neighbourCard(board, from, key)).toBe(to);
  });
});

it('a card goes one column on or back, and not over the edge', () => {
  expect(neighbourStatus('open', 1)).toBe('in-progress');
  expect(neighbourStatus('in-progress', -1)).toBe('open');
  expect(neighbourStatus('completed', 1)).toBeUndefined();
  expect(neighbourStatus('open', -1)).toBeUndefined();
});
