import type { EventId } from '../ids.ts';
import { foldIncident, type Incident } from '../incident/incident.ts';
import { foldPage, type Page } from '../page/page.ts';
import { isKnown, type KnownEvent, type TplusEvent } from './event.ts';
import { redact } from './redact.ts';

/**
 * The shape of what pages and incidents fold to, and the rules they fold by. Stores keep folded state beside the
 * events and fold it anew when it is of another version: raise it with every change of `Page`, `Incident` or a fold.
 */
export const PROJECTION_VERSION = 3;

/** Ids rise in the order they were minted, so this is the one order in which every replica folds. */
export function byId(one: TplusEvent, other: TplusEvent): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/**
 * The events that count, in fold order: known, once each, and not undone. An undoing can itself be
 * undone, so the latest word wins.
 */
export function effectiveEvents(events: Iterable<TplusEvent>): KnownEvent[] {
  const known = withRedactions([...uniqueById(events).values()])
    .filter(isKnown)
    .toSorted(byId);
  const undone = new Set<EventId | string>();
  for (const event of known.toReversed()) {
    if (event.type === 'event.undone' && !undone.has(event.id)) undone.add(event.payload.target);
  }
  return known.filter((event) => event.type !== 'event.undone' && !undone.has(event.id));
}

/** Blanks what was redacted, also where a replica sent the target again with its text. */
function withRedactions(events: readonly TplusEvent[]): TplusEvent[] {
  const targets = new Set<string>();
  for (const event of events) {
    if (isKnown(event) && event.type === 'event.redacted') targets.add(event.payload.target);
  }
  return events.map((event) => (targets.has(event.id) && event.redacted !== true ? redact(event) : event));
}

/** Whether an event can be folded on top of what is there, or the whole entity must be folded again. */
export function foldsOnTop(event: TplusEvent, lastFolded: EventId | undefined): boolean {
  const corrects = event.type === 'event.undone' || event.type === 'event.redacted';
  return !corrects && (lastFolded === undefined || event.id > lastFolded);
}

export function foldPageEvents(events: Iterable<TplusEvent>): Page | undefined {
  return effectiveEvents(events).reduce<Page | undefined>(foldPage, undefined);
}

export function foldIncidentEvents(events: Iterable<TplusEvent>): Incident | undefined {
  return effectiveEvents(events).reduce<Incident | undefined>(foldIncident, undefined);
}

/** The union of replicas: each event once, a redacted copy before an unredacted one. Any order, same result. */
export function uniqueById(events: Iterable<TplusEvent>): Map<EventId, TplusEvent> {
  const byIds = new Map<EventId, TplusEvent>();
  for (const event of events) {
    const held = byIds.get(event.id);
    if (held === undefined || (event.redacted === true && held.redacted !== true)) byIds.set(event.id, event);
  }
  return byIds;
}
