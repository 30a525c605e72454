import { type EventOfType, isKnown, type KnownEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import { severityOf } from '../playbook/lookup.ts';
import { undoAction } from './action.ts';
import type { CommandOf } from './command.ts';
import { isHeldByDrill } from './drill-apart.ts';
import { accept, type Plan, type PlanContext, refuse } from './plan.ts';
import { holdsAcknowledgement, isHeldByMerge, undoLink, undoMerge, undoUnlink } from './undo-link.ts';
import { undone } from './undone.ts';

/**
 * Any step can be undone while nothing later depends on it (reading 10). Undoing the acknowledgement
 * that opened an incident undoes the opening too, as long as nothing else has happened in it.
 */
export function planUndo(command: CommandOf<'undo'>, context: PlanContext): Plan {
  const target = context.event(command.eventId);
  if (target === undefined) return refuse('no-such-event');
  if (!isKnown(target)) return refuse('cannot-undo');
  const siblings =
    target.incidentId === undefined ? [] : effectiveEvents(context.incidentEvents(target.incidentId));
  if (target.incidentId !== undefined && !siblings.some(({ id }) => id === target.id))
    return refuse('cannot-undo');
  if (isHeldByMerge(target, context)) return refuse('incident-merged');
  if (isHeldByDrill(target, context)) return refuse('drill-over');
  switch (target.type) {
    case 'page.linked':
      return undoLink(target, context);
    case 'page.unlinked':
      return undoUnlink(target, context);
    case 'incident.merged':
    case 'incident.absorbed':
      return undoMerge(target, context);
    case 'incident.milestone-met':
      return undoMilestone(target, siblings, context);
    case 'incident.step-entered':
      return undoStep(target, siblings, context);
    case 'incident.reopened':
      return undoReopening(target, siblings);
    case 'page.acknowledged':
      return undoAcknowledgement(target, siblings);
    case 'incident.playbook-changed':
      return undoPlaybook(target, siblings);
    case 'incident.severity-changed':
      return undoSeverity(target, siblings, context);
    case 'incident.retitled':
    case 'checklist.ticked':
    case 'checklist.unticked':
    case 'role.assigned':
    case 'incident.flagged':
    case 'incident.escalated':
      return undoLast(target, siblings);
    case 'action.added':
    case 'action.changed':
      return undoAction(target, siblings);
    case 'note.added':
    case 'message.copied':
    case 'post-mortem.saved':
      return accept([undone(target)], target.incidentId);
    default:
      return refuse('cannot-undo');
  }
}

/** What was said of one thing holds while nothing later was said of it. */
function undoLast(target: KnownEvent, siblings: readonly KnownEvent[]): Plan {
  return siblings.findLast((event) => sameSubject(event, target))?.id === target.id
    ? accept([undone(target)], target.incidentId)
    : refuse('something-later-depends');
}

/** A playbook that was changed to since may not have the severity of before: it was taken for the one that is. */
function undoSeverity(
  target: EventOfType<'incident.severity-changed'>,
  siblings: readonly KnownEvent[],
  context: PlanContext,
): Plan {
  const incident = target.incidentId === undefined ? undefined : context.incident(target.incidentId);
  const playbook = incident === undefined ? undefined : context.playbookOf(incident);
  const lacks = playbook !== undefined && severityOf(playbook, target.payload.from) === undefined;
  const isByAnother = siblings.some(({ type, id }) => type === 'incident.playbook-changed' && id > target.id);
  return lacks && isByAnother ? refuse('something-later-depends') : undoLast(target, siblings);
}

function undoMilestone(target: KnownEvent, siblings: readonly KnownEvent[], context: PlanContext): Plan {
  const incident = target.incidentId === undefined ? undefined : context.incident(target.incidentId);
  const playbook = incident === undefined ? undefined : context.playbookOf(incident);
  if (target.type !== 'incident.milestone-met' || incident === undefined || playbook === undefined) {
    return refuse('no-playbook');
  }
  if (target.payload.marks === 'acknowledgement') return refuse('cannot-undo');
  const order = playbook.milestones.map(({ id }) => id);
  const later = order.slice(order.indexOf(target.payload.milestone) + 1);
  const built = later.some((id) => incident.met[id] !== undefined);
  const movedSince = siblings.some(
    ({ type, id }) => (type === 'incident.reopened' || type === 'incident.step-entered') && id > target.id,
  );
  return built || movedSince ? refuse('something-later-depends') : accept([undone(target)], incident.id);
}

/** What names something of the playbook was said by the one in force then: the change before it has to stand. */
const BY_PLAYBOOK: ReadonlySet<string> = new Set([
  'incident.playbook-changed',
  'incident.severity-changed',
  'incident.milestone-met',
  'incident.step-entered',
  'incident.flagged',
  'incident.escalated',
  'role.assigned',
  'checklist.ticked',
]);

function undoPlaybook(target: KnownEvent, siblings: readonly KnownEvent[]): Plan {
  return siblings.some(({ type, id }) => id > target.id && BY_PLAYBOOK.has(type))
    ? refuse('something-later-depends')
    : accept([undone(target)], target.incidentId);
}

/** A step of the lifecycle holds while nothing was entered after it, be it by a milestone (process document 2.1). */
function undoStep(
  target: EventOfType<'incident.step-entered'>,
  siblings: readonly KnownEvent[],
  context: PlanContext,
): Plan {
  const incident = target.incidentId === undefined ? undefined : context.incident(target.incidentId);
  const steps = (incident && context.playbookOf(incident)?.lifecycle?.steps) ?? [];
  const place = steps.findIndex(({ id }) => id === target.payload.step);
  const later = new Set(steps.slice(place + 1).map(({ milestone }) => milestone));
  const movedSince = siblings.some(
    (event) =>
      event.id > target.id &&
      (event.type === 'incident.step-entered' ||
        event.type === 'incident.reopened' ||
        (event.type === 'incident.milestone-met' && later.has(event.payload.milestone))),
  );
  return movedSince ? refuse('something-later-depends') : accept([undone(target)], target.incidentId);
}

const AFTER_REOPENING: ReadonlySet<string> = new Set([
  'incident.reopened',
  'incident.milestone-met',
  'incident.step-entered',
  'page.acknowledged',
  'page.linked',
  'incident.absorbed',
]);

/** It is resolved again, as it was: nothing may have moved on since, nor a page come that nobody has resolved. */
function undoReopening(target: KnownEvent, siblings: readonly KnownEvent[]): Plan {
  return siblings.some(({ type, id }) => id > target.id && AFTER_REOPENING.has(type))
    ? refuse('something-later-depends')
    : accept([undone(target)], target.incidentId);
}

function undoAcknowledgement(target: KnownEvent, siblings: readonly KnownEvent[]): Plan {
  if (holdsAcknowledgement(target, siblings)) return refuse('something-later-depends');
  const opened = siblings.find(({ type }) => type === 'incident.opened');
  const first = siblings.find(({ type }) => type === 'page.acknowledged');
  if (opened === undefined || first?.id !== target.id) return accept([undone(target)], target.incidentId);
  const fromOpening = siblings.filter(
    (event) =>
      event.id === opened.id ||
      event.id === target.id ||
      (event.type === 'incident.milestone-met' && event.payload.marks === 'acknowledgement'),
  );
  return siblings.length > fromOpening.length
    ? refuse('something-later-depends')
    : accept(fromOpening.map(undone), target.incidentId);
}

function sameSubject(event: KnownEvent, target: KnownEvent): boolean {
  if (event.type === 'checklist.ticked' || event.type === 'checklist.unticked') {
    return (
      (target.type === 'checklist.ticked' || target.type === 'checklist.unticked') &&
      event.payload.item === target.payload.item &&
      event.payload.checklist === target.payload.checklist
    );
  }
  if (event.type === 'role.assigned') {
    return target.type === event.type && event.payload.role === target.payload.role;
  }
  if (event.type === 'incident.flagged') {
    return target.type === event.type && event.payload.flag === target.payload.flag;
  }
  if (event.type === 'incident.escalated') {
    return target.type === event.type && event.payload.level === target.payload.level;
  }
  return event.type === target.type;
}
