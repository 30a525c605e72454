import type { IncidentId, Instant, PageId } from '../ids.ts';
import type { ResolvedBy } from '../event/payloads.ts';
import type { EventOfType, KnownEvent } from '../event/event.ts';
import type { PageInput } from './page-input.ts';

export type PageStatus = 'firing' | 'acknowledged' | 'resolved';

/** One call for a person, as the log tells it. */
export interface Page extends Omit<PageInput, 'action'> {
  readonly id: PageId;
  readonly receivedAt: Instant;
  readonly status: PageStatus;
  readonly acknowledgedAt?: Instant;
  readonly acknowledgedBy?: string;
  /** Page again at this instant if it is still firing then. */
  readonly recheckAt?: Instant;
  readonly resolvedAt?: Instant;
  readonly resolvedBy?: ResolvedBy;
  /** When its source said that it is over; it may say so after a person has resolved it. */
  readonly endedAtSourceAt?: Instant;
  readonly incidentId?: IncidentId;
  /** What the alarm counts from: arrival, a raised severity, or a recheck that came due. */
  readonly alarmFrom: Instant;
}

/** The page after one more event, or undefined while it is not known to exist. Pure. */
export function foldPage(page: Page | undefined, event: KnownEvent): Page | undefined {
  if (event.type === 'page.received') return page ?? receivedPage(event);
  if (page === undefined) return undefined;
  switch (event.type) {
    case 'page.severity-raised':
      return refire({ ...page, severity: event.payload.to }, event.recordedAt);
    case 'page.acknowledged':
      return acknowledge(page, event);
    case 'page.rechecked':
      return refire(page, event.recordedAt);
    case 'page.resolved':
      return resolve(page, event);
    case 'page.linked':
      return event.incidentId === undefined ? page : { ...page, incidentId: event.incidentId };
    default:
      return page;
  }
}

function receivedPage(event: EventOfType<'page.received'>): Page | undefined {
  if (event.pageId === undefined) return undefined;
  return {
    ...event.payload,
    id: event.pageId,
    receivedAt: event.recordedAt,
    status: 'firing',
    alarmFrom: event.recordedAt,
  };
}

/** An acknowledgement that lost the race with a resolve is kept on the timeline and changes nothing. */
function acknowledge(page: Page, event: EventOfType<'page.acknowledged'>): Page {
  if (page.status === 'resolved') return page;
  const { recheckAt: _previous, ...rest } = page;
  return {
    ...rest,
    status: 'acknowledged',
    acknowledgedAt: event.occurredAt,
    acknowledgedBy: event.author,
    ...(event.payload.recheckAt === undefined ? {} : { recheckAt: event.payload.recheckAt }),
    ...(event.incidentId === undefined ? {} : { incidentId: event.incidentId }),
  };
}

/** Resolved once, by whoever was first; what the source says afterwards is kept as well. */
function resolve(page: Page, event: EventOfType<'page.resolved'>): Page {
  const { by } = event.payload;
  const at = event.occurredAt;
  const ended = by === 'source' && !isOverAtSource(page) ? { ...page, endedAtSourceAt: at } : page;
  return page.status === 'resolved'
    ? ended
    : { ...ended, status: 'resolved', resolvedAt: at, resolvedBy: by };
}

/** Whether its source has said that it is over, before or after a person did. */
export function isOverAtSource(page: Pick<Page, 'resolvedBy' | 'endedAtSourceAt'>): boolean {
  // Pages folded before the source's word was kept apart have only who resolved them.
  return page.resolvedBy === 'source' || page.endedAtSourceAt !== undefined;
}

function refire(page: Page, at: Instant): Page {
  if (page.status === 'resolved') return page;
  const { acknowledgedAt: _at, acknowledgedBy: _by, recheckAt: _recheck, ...rest } = page;
  return { ...rest, status: 'firing', alarmFrom: at };
}
