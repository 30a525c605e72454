import type { Day } from '../day.ts';
import type { Incident } from '../incident/incident.ts';
import type { ActionItem } from './action-item.ts';
import { byUrgency } from './reminder.ts';
import { ACTION_PRIORITIES, ACTION_STATUSES, type ActionPriority } from './terms.ts';

/** The action items of one incident, and what it is called by. */
export type IncidentActions = Pick<
  Incident,
  'id' | 'title' | 'severity' | 'detectedAt' | 'playbook' | 'test' | 'drill' | 'actions'
>;
/** An action item among those of other incidents. */
export interface ListedAction {
  readonly action: ActionItem;
  readonly incident: IncidentActions;
}

/** What of them is looked at. A field left out lets all through. */
export interface ActionFilter {
  /** A name as it is typed; empty: nobody's. */
  readonly owner?: string;
  readonly category?: string;
  readonly priority?: ActionPriority;
  readonly overdue?: boolean;
}
export const SORT_KEYS = [
  'description',
  'incident',
  'owner',
  'dueOn',
  'status',
  'priority',
  'category',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** All of them, the most urgent first. Pure. */
export function listActions(incidents: Iterable<IncidentActions>): ListedAction[] {
  return [...incidents]
    .flatMap((incident) => incident.actions.map((action) => ({ action, incident })))
    .toSorted((one, other) => byUrgency(one.action, other.action));
}

/** How an item stands on a day; what is completed is never late. */
export function dueState(
  { status, dueOn }: ActionItem,
  today: Day,
): 'completed' | 'overdue' | 'today' | 'later' {
  if (status === 'completed') return 'completed';
  if (dueOn === today) return 'today';
  return dueOn < today ? 'overdue' : 'later';
}

export function filterActions(
  listed: readonly ListedAction[],
  { owner, category, priority, overdue }: ActionFilter,
  today: Day,
): ListedAction[] {
  return listed.filter(
    ({ action }) =>
      (owner === undefined || isSameName(action.owner, owner)) &&
      (category === undefined || action.category === category) &&
      (priority === undefined || action.priority === priority) &&
      (overdue !== true || dueState(action, today) === 'overdue'),
  );
}

/** Owners as they are written, each once, by name. */
export function ownersOf(listed: readonly ListedAction[]): string[] {
  const names = new Map(listed.map(({ action: { owner } }) => [plainName(owner), owner]));
  names.delete('');
  return [...names.values()].toSorted((one, other) => one.localeCompare(other));
}

/** `@mina` and `Mina` are one. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();
}

/** By one column, ascending or descending; what is equal in it stays in the order it had. Pure. */
export function sortActions(
  listed: readonly ListedAction[],
  { key, descending }: { readonly key: SortKey; readonly descending: boolean },
): ListedAction[] {
  const sign = descending ? -1 : 1;
  return listed.toSorted((one, other) => sign * compareBy(key, one, other));
}

function compareBy(key: SortKey, one: ListedAction, other: ListedAction): number {
  switch (key) {
    case 'incident':
      return one.incident.title.localeCompare(other.incident.title);
    case 'status':
      return ACTION_STATUSES.indexOf(one.action.status) - ACTION_STATUSES.indexOf(other.action.status);
    case 'priority':
      return (
        ACTION_PRIORITIES.indexOf(one.action.priority) - ACTION_PRIORITIES.indexOf(other.action.priority)
      );
    case 'description':
    case 'owner':
    case 'dueOn':
    case 'category':
      return one.action[key].localeCompare(other.action[key]);
  }
}
