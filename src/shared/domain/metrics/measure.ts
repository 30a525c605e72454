import type { IncidentId } from '../ids.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import type { IncidentFigures } from './incident-figures.ts';

/** The three times of process document 7.1. */
export const MEASURES = ['mttr', 'mtta', 'mttd'] as const;
export type Measure = (typeof MEASURES)[number];

/** Why an incident is not in a figure. `out-of-order`: its second stamp is before its first. */
export type LeftOutReason =
  | 'no-fault-start'
  | 'not-acknowledged'
  | 'not-resolved'
  | 'out-of-order'
  | 'not-declared'
  | 'no-playbook'
  | 'no-action-item';
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly ids: readonly IncidentId[];
}

/** A figure with the incidents behind it, and those it had to leave out. */
export interface Tally {
  readonly distribution?: Distribution;
  readonly ids: readonly IncidentId[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The span that a measure takes of one incident, in ms, or why there is none (reading 8 and 10): MTTD from the fault's
 * beginning to detection, MTTA from detection to acknowledgement, MTTR from detection to the last resolution.
 */
export function spanOf(figures: IncidentFigures, measure: Measure): number | LeftOutReason {
  const { detectedAt, faultStartedAt, acknowledgedAt, resolvedAt } = figures;
  switch (measure) {
    case 'mttd':
      return faultStartedAt === undefined ? 'no-fault-start' : between(faultStartedAt, detectedAt);
    case 'mtta':
      return acknowledgedAt === undefined ? 'not-acknowledged' : between(detectedAt, acknowledgedAt);
    case 'mttr':
      return resolvedAt === undefined ? 'not-resolved' : between(detectedAt, resolvedAt);
  }
}

function between(from: number, to: number): number | LeftOutReason {
  return to < from ? 'out-of-order' : to - from;
}

export function tallyOf(figures: readonly IncidentFigures[], measure: Measure): Tally {
  const values: number[] = [];
  const ids: IncidentId[] = [];
  const leftOut = new LeftOutList();
  for (const each of figures) {
    const span = spanOf(each, measure);
    if (typeof span === 'string') {
      leftOut.add(span, each.id);
    } else {
      values.push(span);
      ids.push(each.id);
    }
  }
  const distribution = distributionOf(values);
  return { ids, leftOut: leftOut.list(), ...(distribution === undefined ? {} : { distribution }) };
}

/** Gathers what was left out, by reason. */
export class LeftOutList {
  readonly #byReason = new Map<LeftOutReason, IncidentId[]>();

  add(reason: LeftOutReason, id: IncidentId): void {
    const ids = this.#byReason.get(reason);
    if (ids === undefined) this.#byReason.set(reason, [id]);
    else ids.push(id);
  }

  list(): LeftOut[] {
    return [...this.#byReason].map(([reason, ids]) => ({ reason, ids }));
  }
}
