import { isKnown, type TplusEvent } from '../event/event.ts';
import type { EventId, Instant } from '../ids.ts';

/** A hand-over that was made. */
export interface Handover {
  readonly id: EventId;
  readonly author: string;
  readonly from: Instant;
  readonly until: Instant;
  /** In Markdown, as it was handed over. */
  readonly text: string;
}

/** Every hand-over among some events, the last first. Pure. */
export function handoversIn(events: readonly TplusEvent[]): Handover[] {
  return events
    .flatMap((event): Handover[] => {
      if (!isKnown(event) || event.type !== 'handover.written') return [];
      const { id, author, payload } = event;
      return [{ id, author, ...payload }];
    })
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
}
