import type { EventOfType, KnownEvent } from '../event/event.ts';
import { effectiveEvents, foldIncidentEvents } from '../event/fold.ts';
import type { Incident } from '../incident/incident.ts';
import { accept, type Plan, type PlanContext, refuse } from './plan.ts';
import { undone } from './undone.ts';

/** Taking a page back to where it was, while nothing later depends on it (reading 10). */
export function undoLink(link: EventOfType<'page.linked'>, context: PlanContext): Plan {
  const { from, merge } = link.payload;
  // A part of a merge goes with the whole of it.
  if (merge === true) return refuse('cannot-undo');
  const here = eventsOf(link.incidentId, context);
  if (movedOnSince(link, here) || !isInOrderWithout([link], here)) return refuse('something-later-depends');
  if (from === undefined) return accept([undone(link)], link.incidentId);
  const source = context.incident(from);
  const stillOpen = link.pageId !== undefined && context.page(link.pageId)?.status !== 'resolved';
  if (source === undefined || source.closedAt !== undefined || (stillOpen && source.resolvedAt !== undefined))
    return refuse('something-later-depends');
  const leaving = eventsOf(from, context).findLast(
    ({ type, pageId, id }) => type === 'page.unlinked' && pageId === link.pageId && id < link.id,
  );
  return accept([undone(link), ...(leaving === undefined ? [] : [undone(leaving)])], source.id);
}

/** The same, asked for where the page left. */
export function undoUnlink(leaving: EventOfType<'page.unlinked'>, context: PlanContext): Plan {
  const link = eventsOf(leaving.payload.to, context).find(
    (event): event is EventOfType<'page.linked'> =>
      event.type === 'page.linked' && event.pageId === leaving.pageId && event.id > leaving.id,
  );
  if (link === undefined) return refuse('something-later-depends');
  return isHeldByMerge(link, context) ? refuse('incident-merged') : undoLink(link, context);
}

/** A merge as a whole: the pages go back, and the incident goes on, its clock from its own detection. */
export function undoMerge(
  target: EventOfType<'incident.merged' | 'incident.absorbed'>,
  context: PlanContext,
): Plan {
  const [fromId, intoId] =
    target.type === 'incident.merged'
      ? [target.incidentId, target.payload.into]
      : [target.payload.from, target.incidentId];
  const from = fromId === undefined ? undefined : context.incident(fromId);
  const into = intoId === undefined ? undefined : context.incident(intoId);
  if (from === undefined || into === undefined) return refuse('no-such-incident');
  const here = eventsOf(into.id, context);
  const merged = eventsOf(from.id, context).findLast(({ type }) => type === 'incident.merged');
  const brought = here.filter((event) => isOfMerge(event, from));
  if (merged === undefined || brought.length === 0) return refuse('cannot-undo');
  // What was resolved with these pages in it was resolved for them too.
  const resolvedSince = into.resolvedAt !== undefined && from.resolvedAt === undefined;
  const depends =
    into.closedAt !== undefined ||
    resolvedSince ||
    brought.some((event) => event.type === 'page.linked' && movedOnSince(event, here)) ||
    !isInOrderWithout(brought, here);
  if (depends) return refuse('something-later-depends');
  return accept([...brought, merged].map(undone), from.id);
}

function isOfMerge(event: KnownEvent, from: Incident): boolean {
  if (event.type === 'incident.absorbed') return event.payload.from === from.id;
  return event.type === 'page.linked' && event.payload.merge === true && event.payload.from === from.id;
}

function eventsOf(incidentId: string | undefined, context: PlanContext): readonly KnownEvent[] {
  return incidentId === undefined ? [] : effectiveEvents(context.incidentEvents(incidentId));
}

/** The page was taken here, or went elsewhere, after it came. */
function movedOnSince(link: KnownEvent, here: readonly KnownEvent[]): boolean {
  return here.some(
    ({ id, pageId, type }) =>
      id > link.id &&
      pageId === link.pageId &&
      (type === 'page.acknowledged' || type === 'page.linked' || type === 'page.unlinked'),
  );
}

/** With T+0 back where it was, nothing may have been met before it. */
function isInOrderWithout(taken: readonly KnownEvent[], here: readonly KnownEvent[]): boolean {
  const ids = new Set(taken.map(({ id }) => id));
  const then = foldIncidentEvents(here.filter(({ id }) => !ids.has(id)));
  const now = foldIncidentEvents(here);
  if (then === undefined || now === undefined || then.detectedAt === now.detectedAt) return true;
  return Object.values(then.met).every(({ at }) => at >= then.detectedAt);
}

/** An acknowledgement is held by what its page did after it: it moved on, or T+0 came with it. */
export function holdsAcknowledgement(target: KnownEvent, siblings: readonly KnownEvent[]): boolean {
  const movedOn = siblings.some(
    ({ id, pageId, type }) => type === 'page.unlinked' && pageId === target.pageId && id > target.id,
  );
  return movedOn || !isInOrderWithout([target], siblings);
}

const NOT_HELD: ReadonlySet<KnownEvent['type']> = new Set([
  'incident.merged',
  'note.added',
  'message.copied',
  'action.added',
  'action.changed',
]);

/** What was merged goes on elsewhere: all that can be taken back in it is the merge, words, and the work it left. */
export function isHeldByMerge(target: KnownEvent, context: PlanContext): boolean {
  if (NOT_HELD.has(target.type)) return false;
  return target.incidentId !== undefined && context.incident(target.incidentId)?.merged !== undefined;
}
