import type { ActionFields } from '../action/action-item.ts';
import { type EventOfType, isKnown, type KnownEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { PayloadOf } from '../event/payloads.ts';
import type { Incident } from '../incident/incident.ts';
import type { CommandOf } from './command.ts';
import { accept, type Plan, type PlanContext, type Refusal, refuse } from './plan.ts';
import { undone } from './undone.ts';

/** An action item of an incident, at any time, mostly after it (process document 6.3). */
export function planAddAction(command: CommandOf<'add-action'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  const { type: _type, incidentId: _id, ...fields } = command;
  const refusal = whyNotIn(fields.category, incident, context);
  if (refusal !== undefined) return refuse(refusal);
  const payload = { number: nextNumber(incident, context), ...fields };
  return accept([{ type: 'action.added', incidentId: incident.id, payload }], incident.id);
}

/** What of an action item is now otherwise. The record keeps only that. */
export function planChangeAction(command: CommandOf<'change-action'>, context: PlanContext): Plan {
  const incident = context.incident(command.incidentId);
  if (incident === undefined) return refuse('no-such-incident');
  const item = incident.actions.find(({ id }) => id === command.action);
  if (item === undefined) return refuse('no-such-action');
  const { type: _type, incidentId: _id, action, ...wanted } = command;
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => value !== undefined && item[field as keyof ActionFields] !== value,
    ),
  ) as Omit<PayloadOf<'action.changed'>, 'action'>;
  if (Object.keys(changes).length === 0) return accept([], incident.id);
  const refusal = whyNotIn(changes.category, incident, context);
  if (refusal !== undefined) return refuse(refusal);
  const payload = { action, ...changes };
  return accept([{ type: 'action.changed', incidentId: incident.id, payload }], incident.id);
}

/** Taking an action item back with all that was changed in it: the record has no status for one that is given up. */
export function planRemoveAction(command: CommandOf<'remove-action'>, context: PlanContext): Plan {
  const events = effectiveEvents(context.incidentEvents(command.incidentId));
  const about = events.filter(
    ({ id, ...event }) => id === command.action || isChangeOf(event, command.action),
  );
  return about.some(({ type }) => type === 'action.added')
    ? accept(about.toReversed().map(undone), context.incident(command.incidentId)?.id)
    : refuse('no-such-action');
}

/** An addition holds while the item was not changed; a change while nothing it changed was changed again. */
export function undoAction(
  target: EventOfType<'action.added' | 'action.changed'>,
  siblings: readonly KnownEvent[],
): Plan {
  const item = target.type === 'action.added' ? target.id : target.payload.action;
  const later = siblings.filter(({ id, ...event }) => id > target.id && isChangeOf(event, item));
  const fields = new Set(Object.keys(target.payload));
  fields.delete('action');
  const depends = later.some(({ payload }) => Object.keys(payload).some((field) => fields.has(field)));
  return depends ? refuse('something-later-depends') : accept([undone(target)], target.incidentId);
}

function isChangeOf(event: Pick<KnownEvent, 'type' | 'payload'>, action: string): boolean {
  return event.type === 'action.changed' && 'action' in event.payload && event.payload.action === action;
}

/** One above all that were ever given out: a document may speak of one that was removed. */
function nextNumber(incident: Incident, context: PlanContext): number {
  const given = context
    .incidentEvents(incident.id)
    .flatMap((event) => (isKnown(event) && event.type === 'action.added' ? event.payload.number : []));
  return given.reduce((one, other) => Math.max(one, other), 0) + 1;
}

function whyNotIn(
  category: string | undefined,
  incident: Incident,
  context: PlanContext,
): Refusal | undefined {
  if (category === undefined || category === '') return undefined;
  const playbook = context.playbookOf(incident);
  if (playbook === undefined) return 'no-playbook';
  return playbook.actionCategories?.some(({ id }) => id === category) === true
    ? undefined
    : 'no-such-category';
}
