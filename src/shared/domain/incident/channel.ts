import { dayOf } from '../day.ts';
import type { Instant } from '../ids.ts';
import type { Incident } from './incident.ts';
import type { Playbook } from '../playbook/schema.ts';

/** `YYYYMMDD` of an instant in a time zone. */
export function dateStamp(at: Instant, timeZone: string): string {
  return dayOf(at, timeZone).replaceAll('-', '');
}

/** The channels that incidents have been given. */
export function channelsTaken(incidents: Iterable<Pick<Incident, 'channel'>>): ReadonlySet<string> {
  return new Set([...incidents].flatMap(({ channel }) => channel ?? []));
}

/**
 * The channel of an incident declared at `at`: the playbook's name with the date in its time zone, and
 * `-2`, `-3` … for later incidents of the same day (process document 4.1, reading 4).
 */
export function channelName(playbook: Playbook, at: Instant, taken: ReadonlySet<string>): string {
  const name = playbook.incidentChannel.replaceAll('{date}', dateStamp(at, playbook.timeZone));
  if (!taken.has(name)) return name;
  let suffix = 2;
  while (taken.has(`${name}-${suffix}`)) suffix += 1;
  return `${name}-${suffix}`;
}
