import type { Playbook } from '../playbook/schema.ts';
import type { ListedAction } from './listed.ts';
import { countsInCompletion } from './open-actions.ts';

/** How much of what was to be done is done (process document 7.1). */
export interface Completion {
  readonly total: number;
  readonly completed: number;
  /** How many of drills are left out; absent: none. */
  readonly ofDrills?: number;
  /** 0 to 1; absent while there is nothing to complete. */
  readonly share?: number;
  /** The playbook's, in its words. */
  readonly goal?: string;
  /** Absent without a goal, or without anything to hold against it. */
  readonly met?: boolean;
}

/** The completion rate; what a test or a drill left behind does not count (reading 8). Pure. */
export function completionOf(listed: readonly ListedAction[], playbook: Playbook | undefined): Completion {
  const counted = listed.filter(({ incident }) => countsInCompletion(incident));
  const ofDrills = listed.filter(({ incident }) => incident.drill !== undefined).length;
  const leftOut = ofDrills === 0 ? {} : { ofDrills };
  const total = counted.length;
  const completed = counted.filter(({ action }) => action.status === 'completed').length;
  const metric = playbook?.metrics?.find(({ id }) => id === 'action-item-completion');
  if (total === 0)
    return { total, completed, ...leftOut, ...(metric === undefined ? {} : { goal: metric.goal }) };
  const share = completed / total;
  return {
    total,
    completed,
    share,
    ...leftOut,
    ...(metric === undefined ? {} : { goal: metric.goal }),
    ...(metric?.over === undefined ? {} : { met: share > metric.over }),
  };
}
