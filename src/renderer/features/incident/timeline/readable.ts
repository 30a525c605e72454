import { isKnown, type TplusEvent } from '#shared/domain/event/event.ts';
import { byId } from '#shared/domain/event/fold.ts';

/**
 * The events that a reader is shown, in the order they are given. The first acknowledgement of an incident is two facts of
 * the log, written one after the other: the milestone was met, and the page was taken. One click is one line, the page's,
 * by which it can be undone; and taken back it is one line too. Where no page tells of it, the milestone does. Pure.
 */
export function readableEvents(events: readonly TplusEvent[]): TplusEvent[] {
  const echoes = echoesIn(events.filter(({ incidentId }) => incidentId !== undefined).toSorted(byId));
  return events.filter(
    (event) =>
      !echoes.has(event.id) &&
      !(isKnown(event) && event.type === 'event.undone' && echoes.has(event.payload.target)),
  );
}

/** Acknowledgement milestones, by id, that the page taken right after tells of. */
function echoesIn(inOrder: readonly TplusEvent[]): ReadonlySet<string> {
  return new Set(
    inOrder.flatMap((event, place) =>
      isKnown(event) &&
      event.type === 'incident.milestone-met' &&
      event.payload.marks === 'acknowledgement' &&
      inOrder[place + 1]?.type === 'page.acknowledged'
        ? [event.id]
        : [],
    ),
  );
}
