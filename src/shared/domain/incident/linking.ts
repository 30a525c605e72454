import type { KnownEvent } from '../event/event.ts';
import type { EventId, Instant, PageId } from '../ids.ts';

/** Where an incident went whose pages another one took. */
export interface Merged {
  readonly at: Instant;
  readonly by: string;
  readonly eventId: EventId;
  readonly into: string;
  /** The other incident's title, as it was then. */
  readonly title: string;
}
/** An incident that was merged into this one. */
export interface Absorbed {
  readonly id: string;
  readonly at: Instant;
  readonly title: string;
}

/** Which pages belong to an incident, and what their coming and going does to it. */
export interface Linking {
  /** T+0. It moves only when a person asks for it (reading 9). */
  readonly detectedAt: Instant;
  readonly pageIds: readonly PageId[];
  /** Pages that went to another incident, by the event that took them: what came before it is of this one's story. */
  readonly left?: Readonly<Record<string, EventId>>;
  readonly absorbed?: readonly Absorbed[];
  readonly merged?: Merged;
  readonly closedAt?: Instant;
}

/** The incident after an event that may bring pages in or take them out. Pure. */
export function relink<Linked extends Linking>(incident: Linked, event: KnownEvent): Linked {
  switch (event.type) {
    case 'page.acknowledged':
    case 'page.linked':
      return countedFrom(enter(incident, event.pageId), event.payload.detectedAt);
    case 'page.unlinked':
      return event.pageId === undefined ? incident : leave(incident, [event.pageId], event.id);
    case 'incident.absorbed': {
      const { from: id, title, detectedAt } = event.payload;
      const absorbed = [...(incident.absorbed ?? []), { id, title, at: event.occurredAt }];
      return countedFrom({ ...incident, absorbed }, detectedAt);
    }
    case 'incident.merged': {
      const { id: eventId, author: by, occurredAt: at, payload } = event;
      const merged = { at, by, eventId, into: payload.into, title: payload.title };
      const over = { ...leave(incident, incident.pageIds, eventId), closedAt: incident.closedAt ?? at };
      return { ...over, merged };
    }
    default:
      return incident;
  }
}

function enter<Linked extends Linking>(incident: Linked, pageId: PageId | undefined): Linked {
  if (pageId === undefined || incident.pageIds.includes(pageId)) return incident;
  const entered = { ...incident, pageIds: [...incident.pageIds, pageId] };
  if (incident.left?.[pageId] === undefined) return entered;
  const { [pageId]: _back, ...left } = incident.left;
  return { ...entered, left };
}

function leave<Linked extends Linking>(
  incident: Linked,
  pageIds: readonly PageId[],
  eventId: EventId,
): Linked {
  const gone = new Set(pageIds);
  const left = { ...incident.left, ...Object.fromEntries(pageIds.map((id) => [id, eventId])) };
  return { ...incident, left, pageIds: incident.pageIds.filter((id) => !gone.has(id)) };
}

function countedFrom<Linked extends Linking>(incident: Linked, detectedAt: Instant | undefined): Linked {
  return detectedAt === undefined ? incident : { ...incident, detectedAt };
}

/**
 * Where what was merged is handled now: the end of the chain of merges. A ring of merges, which only replicas that were
 * apart can make, ends where it began.
 */
export function whereItWent<Linked extends Linking>(
  incident: Linked,
  find: (id: string) => Linked | undefined,
): Linked | undefined {
  const seen = new Set<string>();
  let current: Linked | undefined = incident;
  while (current?.merged !== undefined && !seen.has(current.merged.into)) {
    seen.add(current.merged.into);
    current = find(current.merged.into);
  }
  return current === incident ? undefined : current;
}
