import type { IncidentId } from '../ids.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import type { IncidentFigures } from './incident-figures.ts';

/** How one milestone was kept (process document 2.2): every incident that was asked for it is in one of the four. */
export interface MilestoneLateness {
  readonly id: string;
  readonly inTime: readonly IncidentId[];
  readonly late: readonly IncidentId[];
  /** Of those late, by how many ms after the deadline. */
  readonly lateBy?: Distribution;
  /** Passed over: nobody recorded it. */
  readonly skipped: readonly IncidentId[];
  /** Left out: it may still come. */
  readonly open: readonly IncidentId[];
}

/** Each milestone that some incident was asked for, in the order of `milestones`; one that is not in it comes last. */
export function latenessOf(
  figures: readonly IncidentFigures[],
  milestones: readonly string[],
): MilestoneLateness[] {
  const found = new Map<string, Gathered>(milestones.map((id) => [id, newGathered()]));
  for (const { id, milestones: kept } of figures) {
    for (const [milestone, figure] of Object.entries(kept)) {
      const gathered = found.get(milestone) ?? newGathered();
      found.set(milestone, gathered);
      if (typeof figure === 'string') {
        gathered[figure].push(id);
      } else if (figure > 0) {
        gathered.late.push(id);
        gathered.lateBy.push(figure);
      } else {
        gathered.inTime.push(id);
      }
    }
  }
  return [...found].flatMap(([id, { lateBy, ...ids }]) => {
    const isAsked = Object.values(ids).some((each) => each.length > 0);
    const distribution = distributionOf(lateBy);
    return isAsked ? [{ id, ...ids, ...(distribution === undefined ? {} : { lateBy: distribution }) }] : [];
  });
}

type Gathered = Record<'inTime' | 'late' | 'skipped' | 'open', IncidentId[]> & { readonly lateBy: number[] };

function newGathered(): Gathered {
  return { inTime: [], late: [], skipped: [], open: [], lateBy: [] };
}
