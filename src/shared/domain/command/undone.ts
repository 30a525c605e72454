import type { KnownEvent } from '../event/event.ts';
import type { NewEvent } from './plan.ts';

/** The event that takes another back, about the same page and incident as that. */
export function undone(target: KnownEvent): NewEvent {
  return {
    type: 'event.undone',
    ...(target.incidentId === undefined ? {} : { incidentId: target.incidentId }),
    ...(target.pageId === undefined ? {} : { pageId: target.pageId }),
    payload: { target: target.id },
  };
}
