/** One measured figure against its target, both in the same unit. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** At most; left out for what is only told. */
  readonly target?: number;
  /** How many samples it stands on. */
  readonly samples: number;
}

/** The p-th percentile (0 to 100) by nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

function verdict(value: number, target: number): string {
  return value <= target ? 'met' : 'MISSED';
}

/** The figures as a table, a line each. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, target, unit, samples }) => [
    name,
    `${value.toFixed(1)} ${unit}`,
    target === undefined ? '' : `${target} ${unit}`,
    target === undefined ? '' : verdict(value, target),
    String(samples),
  ]);
  const all = [['what', 'measured', 'target', '', 'samples'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
