import ical from 'ical-generator';
import { cleanValue, toOneLine } from '../message/clean-value.ts';
import type { IncidentId, Instant } from '../ids.ts';
import { type Invitation, MEETING_LENGTH_MS } from './meeting.ts';

/**
 * The meeting as a calendar file (RFC 5545), its times in UTC, which every calendar shows in its own zone. The same incident
 * has the same UID: imported again, it moves the meeting instead of making a second one. It has no METHOD: with one it would be
 * a scheduling message, which needs an ORGANIZER with an address (RFC 5546, 3.2.1), and Tplus knows none. Without, it is what
 * it is: an event to be taken into one's own calendar (RFC 5545, 3.7.2).
 */
export function calendarFile(
  { subject, body }: Invitation,
  {
    incidentId,
    startsAt,
    now,
  }: { readonly incidentId: IncidentId; readonly startsAt: Instant; readonly now: Instant },
): string {
  const calendar = ical({ prodId: '//Tplus//Post-mortem//EN' });
  calendar.createEvent({
    id: `post-mortem-${incidentId}@tplus`,
    stamp: new Date(now),
    // Seconds since 1970 rise with every export, as the standard wants of a changed event.
    sequence: Math.floor(now / 1000),
    start: new Date(startsAt),
    end: new Date(startsAt + MEETING_LENGTH_MS),
    summary: toOneLine(cleanValue(subject)),
    description: cleanValue(body),
  });
  return calendar.toString();
}
