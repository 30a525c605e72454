import type { MilestoneId } from './report.ts';
import { STAGES } from './word-hints.ts';

/** The milestones that stages stand for: by their names, each once and in the order of a response. */
export function milestonesOf(stages: readonly string[]): (MilestoneId | undefined)[] {
  let reached = -1;
  return stages.map((stage) => {
    const index = STAGES.findIndex(([, pattern], place) => place > reached && pattern.test(stage));
    if (index === -1) return undefined;
    reached = index;
    return STAGES[index]?.[0];
  });
}

/** Where a stage has no name that is known: from the first to the last, as many as there are. */
export function milestonesByOrder(count: number): (MilestoneId | undefined)[] {
  const named = STAGES.map(([id]) => id);
  if (count === named.length) return named;
  return count === 5
    ? ['acknowledge', 'declare', 'assemble', 'diagnose', 'resolve']
    : Array.from({ length: count }, () => undefined);
}

/**
 * The same, of moments that rise: seven from detection on, or the five after it. Of any other number it is not known where
 * they begin.
 * @param moments ms from detection
 */
export function milestonesOfMoments(
  moments: readonly (number | undefined)[],
): readonly (MilestoneId | undefined)[] {
  const isRising = moments.every(
    (ms, index) => ms !== undefined && (index === 0 || ms > (moments[index - 1] ?? ms)),
  );
  const isFromDetection = moments[0] === 0;
  return isRising && isFromDetection === (moments.length === STAGES.length)
    ? milestonesByOrder(moments.length)
    : moments.map(() => undefined);
}
