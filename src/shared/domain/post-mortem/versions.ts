import type { KnownEvent } from '../event/event.ts';
import type { EventId, Instant } from '../ids.ts';
import type { PlaybookLanguage } from '../playbook/schema.ts';

/** A text of the post-mortem that somebody saved. */
export interface PostMortemVersion {
  readonly eventId: EventId;
  /** Counted from 1. */
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly language: PlaybookLanguage;
  readonly text: string;
  readonly redacted: boolean;
}

/**
 * Every version, newest first, in the one order that all replicas agree on: of two written at once the later id is the
 * newest, and the other is kept.
 *
 * @param events those that count, in fold order (`effectiveEvents`)
 */
export function versionsOf(events: readonly KnownEvent[]): PostMortemVersion[] {
  return events
    .flatMap((event) => (event.type === 'post-mortem.saved' ? [event] : []))
    .map((event, index) => ({
      eventId: event.id,
      number: index + 1,
      at: event.occurredAt,
      by: event.author,
      language: event.payload.language,
      text: event.payload.text,
      redacted: event.redacted === true,
    }))
    .toReversed();
}
