import { isKnown, type KnownEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { EventId, Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import type { TplusEvent } from '../event/event.ts';

/** A note, or a message that was copied, as it can be found again. */
export interface SearchEntry {
  readonly eventId: EventId;
  readonly kind: 'note' | 'message';
  readonly at: Instant;
  /** Of a message: its template's. */
  readonly title?: string;
  readonly text: string;
}

/** What can be found of one incident. Made from the log alone, so what was redacted or undone is not in it. */
export interface SearchRecord
  extends Pick<Incident, 'id' | 'title' | 'severity' | 'service' | 'summary' | 'detectedAt' | 'test'> {
  readonly channel?: string;
  readonly drill?: string;
  readonly closedAt?: Instant;
  readonly entries: readonly SearchEntry[];
}

/** Beyond this a text is not looked through: a pasted log is not what somebody remembers by its end. */
const MAX_TEXT = 4000;

/** From all of an incident's events. */
export function recordOf(incident: Incident, events: Iterable<TplusEvent>): SearchRecord {
  return withEntries(incident, entriesOf(effectiveEvents(events)));
}

/** From what was held and new events, none of which corrects an earlier one. */
export function recordOnTop(
  incident: Incident,
  held: readonly SearchEntry[],
  fresh: Iterable<TplusEvent>,
): SearchRecord {
  const added = entriesOf([...fresh].filter(isKnown));
  const ids = new Set(added.map(({ eventId }) => eventId));
  return withEntries(incident, [...held.filter(({ eventId }) => !ids.has(eventId)), ...added]);
}

function withEntries(incident: Incident, entries: readonly SearchEntry[]): SearchRecord {
  const { id, title, severity, service, summary, detectedAt, test, channel, closedAt, drill } = incident;
  return {
    id,
    title,
    severity,
    service,
    summary,
    detectedAt,
    test,
    entries,
    ...(channel === undefined ? {} : { channel }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(drill === undefined ? {} : { drill }),
  };
}

function entriesOf(events: readonly KnownEvent[]): SearchEntry[] {
  return events.flatMap((event): SearchEntry[] => {
    if (event.redacted === true) return [];
    const { id: eventId, occurredAt: at } = event;
    if (event.type === 'note.added')
      return [{ eventId, kind: 'note', at, text: event.payload.text.slice(0, MAX_TEXT) }];
    if (event.type !== 'message.copied') return [];
    const { title, text } = event.payload;
    return [{ eventId, kind: 'message', at, title, text: text.slice(0, MAX_TEXT) }];
  });
}
