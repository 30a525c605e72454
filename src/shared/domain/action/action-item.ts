import type { EventOfType } from '../event/event.ts';
import type { EventId, IncidentId, Instant } from '../ids.ts';
import type { ActionPriority, ActionStatus } from './terms.ts';

/** Something to do after an incident: the record of 6.3, with its category and when it was done. */
export interface ActionItem {
  /** The event that added it: the same in every replica. */
  readonly id: EventId;
  /** How people call it: 1, 2, 3 within its incident, as the table of 6.2 has it. Never given out twice. */
  readonly number: number;
  readonly incidentId: IncidentId;
  readonly description: string;
  /** Empty: nobody yet. */
  readonly owner: string;
  /** `YYYY-MM-DD`, a day in the playbook's time zone. */
  readonly dueOn: string;
  readonly status: ActionStatus;
  readonly priority: ActionPriority;
  /** Id of one of the playbook's categories; empty: none. */
  readonly category: string;
  readonly addedAt: Instant;
  /** Since when it has been to be done by that day: added, put on another day, or opened again. */
  readonly scheduledAt: Instant;
  readonly completedAt?: Instant;
}

/** What people fill in. */
export type ActionFields = Pick<
  ActionItem,
  'description' | 'owner' | 'dueOn' | 'status' | 'priority' | 'category'
>;

/** The action items of an incident after one more event about them. Pure. */
export function foldActions(
  actions: readonly ActionItem[],
  event: EventOfType<'action.added' | 'action.changed'>,
): readonly ActionItem[] {
  if (event.type === 'action.added') {
    const added = addedBy(event);
    return added === undefined ? actions : [...actions, added];
  }
  const { action, ...changes } = event.payload;
  return actions.map((item) => (item.id === action ? change(item, changes, event.occurredAt) : item));
}

function addedBy({
  id,
  incidentId,
  occurredAt,
  payload,
}: EventOfType<'action.added'>): ActionItem | undefined {
  if (incidentId === undefined) return undefined;
  const completed = payload.status === 'completed' ? { completedAt: occurredAt } : {};
  return { ...payload, id, incidentId, addedAt: occurredAt, scheduledAt: occurredAt, ...completed };
}

function change(item: ActionItem, changes: Partial<ActionFields>, at: Instant): ActionItem {
  const { completedAt, ...changed } = { ...item, ...changes };
  const isOpened = item.status === 'completed' && changed.status !== 'completed';
  const next = isOpened || changed.dueOn !== item.dueOn ? { ...changed, scheduledAt: at } : changed;
  if (next.status !== 'completed') return next;
  return { ...next, completedAt: item.status === 'completed' ? (completedAt ?? at) : at };
}
