import type { Incident } from '../incident/incident.ts';
import type { ActionItem } from './action-item.ts';

type Whose = Pick<Incident, 'test' | 'drill'>;

/** An action item not completed; one of a drill says so wherever it is told of. */
export interface OpenAction extends ActionItem {
  readonly ofDrill?: true;
}

/**
 * Whether its action items are work to be done: what a drill finds is mended like anything else (process document 8.2), and
 * stands in reminders and hand-overs, marked. A test leaves no work behind.
 */
export function leavesWork({ test }: Pick<Whose, 'test'>): boolean {
  return !test;
}

/** Whether its action items count in the completion rate, which is of real incidents (reading 8). */
export function countsInCompletion({ test, drill }: Whose): boolean {
  return !test && drill === undefined;
}

/** What is still to be done of an incident. Pure. */
export function openActionsOf(incident: Whose & Pick<Incident, 'actions'>): readonly OpenAction[] {
  if (!leavesWork(incident)) return [];
  const open = incident.actions.filter(({ status }) => status !== 'completed');
  return incident.drill === undefined ? open : open.map((action) => ({ ...action, ofDrill: true }));
}
