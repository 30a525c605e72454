import { type ActionItem, foldActions } from '../action/action-item.ts';
import { assertNever } from '../assert-never.ts';
import type { EventId, IncidentId, Instant } from '../ids.ts';
import type { DrillEnd, FieldValue, PlaybookRef } from '../event/payloads.ts';
import type { EventOfType, KnownEvent } from '../event/event.ts';
import type { Severity } from '../severity.ts';
import { type Linking, relink } from './linking.ts';

/** Something done once: when, by whom, and by which event, so that it can be undone. */
export interface Done {
  readonly at: Instant;
  readonly by: string;
  readonly eventId: EventId;
}
/** Who holds a role, and since when. */
export interface RoleHolder extends Done {
  readonly name: string;
}
/** The step of the lifecycle that was entered last. */
export interface EnteredStep extends Done {
  readonly step: string;
}
/** The last message copied from one template. */
export interface CopiedMessage extends Done {
  readonly title: string;
  readonly form: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
/** How the drill of an incident ended. */
export interface DrillEnded extends Done {
  readonly how: DrillEnd;
}
/** A stretch between a resolution and the reopening after it. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** One incident as the log tells it. What depends on the playbook (deadlines, texts) is derived from it. */
export interface Incident extends Linking {
  readonly id: IncidentId;
  readonly title: string;
  readonly severity: Severity;
  readonly service: string;
  readonly summary: string;
  readonly faultStartedAt?: Instant;
  readonly openedAt: Instant;
  readonly playbook: PlaybookRef;
  readonly test: boolean;
  /** The drill that it is part of: it is not real, is marked wherever it shows, and counts in no figure. */
  readonly drill?: string;
  /** It was open when its drill ended, and ended with it. */
  readonly drillEnded?: DrillEnded;
  /** Milestone id to when it was met. */
  readonly met: Readonly<Record<string, Done>>;
  /** `checklist/item` to its tick. */
  readonly ticks: Readonly<Record<string, Done>>;
  /** Template id to its last copy. */
  readonly copied: Readonly<Record<string, CopiedMessage>>;
  /** Role id to who holds it; a role that nobody holds is not in it. */
  readonly roles: Readonly<Record<string, RoleHolder>>;
  /** Flag id to when it was raised. */
  readonly flags: Readonly<Record<string, Done>>;
  /** Escalation level id to when it was called in. */
  readonly escalated: Readonly<Record<string, Done>>;
  readonly entered?: EnteredStep;
  readonly acknowledgedAt?: Instant;
  readonly declaredAt?: Instant;
  /** Named at the declaration, such as `#incident-20261123-2`. */
  readonly channel?: string;
  /** The last copied status update. */
  readonly updatedAt?: Instant;
  /** Every copied status update, in the order they were recorded. */
  readonly updates: readonly Instant[];
  readonly resolvedAt?: Instant;
  /** What is to be done after it (process document 6.3), oldest first. */
  readonly actions: readonly ActionItem[];
  readonly pauses: readonly Pause[];
  /** The last reopening. */
  readonly reopened?: Done;
}

export function tickKey(checklist: string, item: string): string {
  return `${checklist}/${item}`;
}

/** The incident after one more event, or undefined while it is not known to exist. Pure. */
export function foldIncident(incident: Incident | undefined, event: KnownEvent): Incident | undefined {
  if (event.type === 'incident.opened') return incident ?? openedIncident(event);
  if (incident === undefined) return undefined;
  const linked = relink(incident, event);
  switch (event.type) {
    case 'incident.severity-changed':
      return { ...linked, severity: event.payload.to };
    case 'incident.playbook-changed':
      return { ...linked, playbook: event.payload.to };
    case 'incident.retitled':
      return { ...linked, title: event.payload.title };
    case 'incident.milestone-met':
      return meetMilestone(linked, event);
    case 'incident.reopened':
      return reopen(linked, event);
    case 'incident.drill-ended':
      return {
        ...linked,
        closedAt: linked.closedAt ?? event.occurredAt,
        drillEnded: { ...done(event), how: event.payload.how },
      };
    case 'checklist.ticked':
      return tick(linked, event);
    case 'checklist.unticked':
      return {
        ...linked,
        ticks: without(linked.ticks, tickKey(event.payload.checklist, event.payload.item)),
      };
    case 'message.copied':
      return copyMessage(linked, event);
    case 'action.added':
    case 'action.changed':
      return { ...linked, actions: foldActions(linked.actions, event) };
    case 'role.assigned':
    case 'incident.flagged':
    case 'incident.escalated':
    case 'incident.step-entered':
      return foldProcess(linked, event);
    default:
      return linked;
  }
}

function openedIncident(event: EventOfType<'incident.opened'>): Incident | undefined {
  if (event.incidentId === undefined) return undefined;
  return {
    ...event.payload,
    id: event.incidentId,
    openedAt: event.occurredAt,
    pageIds: [],
    met: {},
    ticks: {},
    copied: {},
    roles: {},
    flags: {},
    escalated: {},
    updates: [],
    actions: [],
    pauses: [],
  };
}

function done(event: KnownEvent): Done {
  return { at: event.occurredAt, by: event.author, eventId: event.id };
}

/** Met once: a second report of the same milestone changes nothing until the first is undone. */
function meetMilestone(incident: Incident, event: EventOfType<'incident.milestone-met'>): Incident {
  const { milestone, marks, channel } = event.payload;
  if (incident.met[milestone] !== undefined) return incident;
  const next = { ...incident, met: { ...incident.met, [milestone]: done(event) } };
  if (marks === 'acknowledgement') return { ...next, acknowledgedAt: event.occurredAt };
  if (marks === 'declaration') {
    return { ...next, declaredAt: event.occurredAt, ...(channel === undefined ? {} : { channel }) };
  }
  if (marks === 'resolution') return { ...next, resolvedAt: event.occurredAt };
  if (marks === 'closure') return { ...next, closedAt: event.occurredAt };
  return next;
}

function reopen(incident: Incident, event: EventOfType<'incident.reopened'>): Incident {
  const { resolvedAt, closedAt: _closed, ...rest } = incident;
  if (resolvedAt === undefined) return incident;
  const met = Object.fromEntries(
    Object.entries(incident.met).filter(([milestone]) => !event.payload.unmet.includes(milestone)),
  );
  const pauses = [...incident.pauses, { from: resolvedAt, to: event.occurredAt }];
  return { ...rest, met, pauses, reopened: done(event) };
}

function tick(incident: Incident, event: EventOfType<'checklist.ticked'>): Incident {
  const key = tickKey(event.payload.checklist, event.payload.item);
  return incident.ticks[key] === undefined
    ? { ...incident, ticks: { ...incident.ticks, [key]: done(event) } }
    : incident;
}

function copyMessage(incident: Incident, event: EventOfType<'message.copied'>): Incident {
  const { template, title, form, fields, kind } = event.payload;
  const copied = { ...incident.copied, [template]: { ...done(event), title, form, fields } };
  if (kind !== 'update') return { ...incident, copied };
  const updates = [...incident.updates, event.occurredAt];
  return { ...incident, copied, updatedAt: event.occurredAt, updates };
}

function foldProcess(
  incident: Incident,
  event: EventOfType<'role.assigned' | 'incident.flagged' | 'incident.escalated' | 'incident.step-entered'>,
): Incident {
  switch (event.type) {
    case 'role.assigned': {
      const { role, name } = event.payload;
      const holder = { ...done(event), name };
      const roles = name === '' ? without(incident.roles, role) : { ...incident.roles, [role]: holder };
      return { ...incident, roles };
    }
    case 'incident.flagged': {
      const { flag, on } = event.payload;
      const flags = on ? { ...incident.flags, [flag]: done(event) } : without(incident.flags, flag);
      return { ...incident, flags };
    }
    case 'incident.escalated':
      return { ...incident, escalated: { [event.payload.level]: done(event), ...incident.escalated } };
    case 'incident.step-entered':
      return { ...incident, entered: { ...done(event), step: event.payload.step } };
    default:
      return assertNever(event);
  }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
