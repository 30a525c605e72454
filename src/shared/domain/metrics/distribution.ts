/** How some figures lie: the mean beside what it hides. All in the unit of the values. */
export interface Distribution {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The middle half lies between these; from four values on. */
  readonly quartiles?: readonly [lower: number, upper: number];
  /** By nearest rank; from ten values on: below, it would be the longest by another name. */
  readonly p90?: number;
}

/** @returns undefined for no values */
export function distributionOf(values: readonly number[]): Distribution | undefined {
  const sorted = Float64Array.from(values).toSorted();
  const count = sorted.length;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  if (count === 0) return undefined;
  let sum = 0;
  for (const value of sorted) sum += value;
  const ranked = (share: number): number => at(Math.ceil(share * count) - 1);
  return {
    count,
    mean: sum / count,
    median: (at(Math.floor((count - 1) / 2)) + at(Math.ceil((count - 1) / 2))) / 2,
    min: at(0),
    max: at(count - 1),
    ...(count < 4 ? {} : { quartiles: [ranked(0.25), ranked(0.75)] as const }),
    ...(count < 10 ? {} : { p90: ranked(0.9) }),
  };
}
