import type { KnownEvent } from '../event/event.ts';
import type { Instant } from '../ids.ts';
import { type Incident, tickKey } from '../incident/incident.ts';
import type { PostMortemMoment } from '../playbook/schema-after.ts';

/** When one of the moments that the document always has was, and the event that tells it. */
export interface KnownMoment {
  readonly at: Instant;
  readonly eventId?: string;
  /** Who took the role, or which page it was. */
  readonly detail?: string;
  /** Who recorded it. */
  readonly by?: string;
}

/** The moment as the log knows it, by the first of its sources that happened; undefined: nobody recorded it. */
export function knownMoment(
  moment: PostMortemMoment,
  events: readonly KnownEvent[],
  incident: Incident,
): KnownMoment | undefined {
  return (
    (moment.of === 'detection' ? { at: incident.detectedAt } : undefined) ??
    (moment.of === 'first-page' ? firstPage(events) : undefined) ??
    metMilestone(moment.milestone, incident) ??
    first(events, (event) => event.type === 'incident.step-entered' && event.payload.step === moment.step) ??
    tookRole(moment.role, events) ??
    first(events, (event) => isTickOf(event, moment.items ?? [], incident))
  );
}

function metMilestone(milestone: string | undefined, { met }: Incident): KnownMoment | undefined {
  const done = milestone === undefined ? undefined : met[milestone];
  return done && { at: done.at, eventId: done.eventId, by: done.by };
}

function firstPage(events: readonly KnownEvent[]): KnownMoment | undefined {
  const page = events.find((event) => event.type === 'page.received');
  return page && { at: page.recordedAt, eventId: page.id, detail: page.payload.title };
}

function tookRole(role: string | undefined, events: readonly KnownEvent[]): KnownMoment | undefined {
  for (const event of events) {
    if (event.type === 'role.assigned' && event.payload.role === role && event.payload.name !== '')
      return { at: event.occurredAt, eventId: event.id, detail: event.payload.name };
  }
  return undefined;
}

function isTickOf(event: KnownEvent, items: readonly string[], { ticks }: Incident): boolean {
  if (event.type !== 'checklist.ticked') return false;
  const { checklist, item } = event.payload;
  return items.includes(item) && ticks[tickKey(checklist, item)]?.eventId === event.id;
}

function first(
  events: readonly KnownEvent[],
  tells: (event: KnownEvent) => boolean,
): KnownMoment | undefined {
  const event = events.find(tells);
  return event && { at: event.occurredAt, eventId: event.id, by: event.author };
}
