import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '#shared/domain/metrics/distribution.ts';

describe('a distribution', () => {
  it.each([
    ['one value is all of it', [7], { count: 1, mean: 7, median: 7, min: 7, max: 7 }],
    ['the median of two lies between them', [2, 4], { count: 2, mean: 3, median: 3, min: 2, max: 4 }],
    [
      'the mean is pulled by one, the median is not',
      [1, 100, 2, 3],
      { count: 4, mean: 26.5, median: 2.5, min: 1, max: 100, quartiles: [1, 3] },
    ],
    [
      'of ten, nine are within the ninetieth percentile',
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
      { count: 10, mean: 5.5, median: 5.5, min: 1, max: 10, quartiles: [3, 8], p90: 9 },
    ],
  ])('%s', (_name, values, wanted) => {
    expect(distributionOf(values)).toEqual(wanted);
  });

  it('of nothing is nothing', () => {
    expect(distributionOf([])).toBeUndefined();
  });

  it('is the same in any order, and in order within', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (values) => {
        const found = distributionOf(values);
        expect(distributionOf(values.toReversed())).toEqual(found);
        const { min = 0, median = 0, max = 0, p90 = max, quartiles = [min, max] } = found ?? {};
        expect([min, quartiles[0], median].toSorted((a, b) => a - b)).toEqual([min, quartiles[0], median]);
        expect([quartiles[1], p90, max].toSorted((a, b) => a - b)).toEqual([quartiles[1], p90, max]);
      }),
    );
  });
});
