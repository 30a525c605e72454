import type { TplusEvent } from '../event/event.ts';
import type { PageId } from '../ids.ts';
import type { Incident } from './incident.ts';

/** Pages whose events an incident's timeline needs: its own, and those that it once had. */
export function pagesInStory({ pageIds, left = {} }: Pick<Incident, 'pageIds' | 'left'>): PageId[] {
  return [...new Set([...pageIds, ...(Object.keys(left) as PageId[])])];
}

/**
 * The events of an incident's timeline, out of its own and those of its pages: what happened to a page under another
 * incident is told there, and what happened to one that left is told up to its leaving.
 */
export function storyOf(
  { id, left = {} }: Pick<Incident, 'id' | 'left'>,
  events: Iterable<TplusEvent>,
): TplusEvent[] {
  return [...events].filter((event) => {
    if (event.incidentId !== undefined) return event.incidentId === id;
    const leftBy = event.pageId === undefined ? undefined : left[event.pageId];
    return leftBy === undefined || event.id < leftBy;
  });
}
