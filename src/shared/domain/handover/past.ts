import { type EventOfType, isKnown, type TplusEvent } from '../event/event.ts';
import type { EventId, Instant } from '../ids.ts';

/** A hand-over that was made. */
export interface Handover {
  readonly id: EventId;
  /** Who handed over. */
  readonly author: string;
  readonly from: Instant;
  readonly until: Instant;
  /** In Markdown, as it was handed over, but for what was removed for good since. */
  readonly text: string;
  /** All of its text was removed. */
  readonly redacted: boolean;
}
type Written = EventOfType<'handover.written'>;

/** Every hand-over among some events, the last first; one that goes on without a text stands for the one before it. Pure. */
export function handoversIn(events: readonly TplusEvent[]): Handover[] {
  const written = new Map<string, Written>();
  for (const event of events) {
    if (isKnown(event) && event.type === 'handover.written') written.set(event.id, event);
  }
  const replaced = new Set([...written.values()].map((event) => beforeOf(event, written)?.id));
  return [...written.values()]
    .filter(({ id }) => !replaced.has(id))
    .map((event) => ({
      id: event.id,
      author: firstOf(event, written).author,
      from: event.payload.from,
      until: event.payload.until,
      text: event.payload.text,
      redacted: event.redacted === true,
    }))
    .toSorted((one, other) => other.until - one.until || (one.id < other.id ? 1 : -1));
}

/** The hand-over as it was first written. */
function firstOf(event: Written, written: ReadonlyMap<string, Written>): Written {
  const before = beforeOf(event, written);
  return before === undefined ? event : firstOf(before, written);
}

/** What it replaces came before it: two cannot replace each other. */
function beforeOf({ id, payload }: Written, written: ReadonlyMap<string, Written>): Written | undefined {
  const before = written.get(payload.replaces ?? '');
  return before !== undefined && before.id < id ? before : undefined;
}
