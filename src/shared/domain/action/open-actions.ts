import type { Incident } from '../incident/incident.ts';
import type { ActionItem } from './action-item.ts';

/** What is still to be done of an incident. A test leaves no work behind. */
export function openActionsOf({ actions, test }: Pick<Incident, 'actions' | 'test'>): readonly ActionItem[] {
  return test ? [] : actions.filter(({ status }) => status !== 'completed');
}
