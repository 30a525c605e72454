import type { Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';

/** Of the status updates that were due, how many came in time. */
export interface Cadence {
  readonly due: number;
  readonly kept: number;
}

/**
 * How an incident kept its update cadence (process document 3.2 and 4.2, reading 3): from the declaration one update is
 * due `every` ms, each copied one restarts the clock, resolution stops it and reopening starts it anew. An update within
 * `every` is one that was due and kept. A longer gap missed one for each time the clock ran out in it.
 *
 * @returns undefined when none was asked for (never declared), or it is not known yet how it ends (not resolved)
 */
export function cadenceOf(
  {
    declaredAt,
    resolvedAt,
    updates,
    pauses,
  }: Pick<Incident, 'declaredAt' | 'resolvedAt' | 'updates' | 'pauses'>,
  every: number,
): Cadence | undefined {
  if (declaredAt === undefined || resolvedAt === undefined) return undefined;
  const starts = [declaredAt, ...pauses.map(({ to }) => Math.max(to, declaredAt))];
  const ends = [...pauses.map(({ from }) => from), resolvedAt];
  let due = 0;
  let kept = 0;
  for (const [index, start] of starts.entries()) {
    const end = ends[index] ?? resolvedAt;
    let from = start;
    for (const at of within(updates, start, end)) {
      if (at - from <= every) kept += 1;
      due += at - from <= every ? 1 : timesRunOut(at - from, every);
      from = at;
    }
    due += timesRunOut(end - from, every);
  }
  return { due, kept };
}

function within(updates: readonly Instant[], from: Instant, to: Instant): Instant[] {
  return updates.filter((at) => at >= from && at <= to).toSorted((one, other) => one - other);
}

/** An update exactly at its time is not late. */
function timesRunOut(gap: number, every: number): number {
  return Math.max(0, Math.ceil(gap / every) - 1);
}
