import type { Playbook } from '../playbook/schema.ts';
import { dateStamp } from './channel.ts';
import type { Incident } from './incident.ts';

/**
 * An item as this incident words it: its own channel where the playbook writes the pattern of one, and the day where it
 * writes `{date}` (process document 4.1 and 5.1).
 *
 * @param incident `declaredAt` left out: the channel will carry the day of detection.
 */
export function itemWords(
  text: string,
  { incidentChannel, timeZone }: Pick<Playbook, 'incidentChannel' | 'timeZone'>,
  { channel, declaredAt, detectedAt }: Pick<Incident, 'channel' | 'declaredAt' | 'detectedAt'>,
): string {
  const named = channel === undefined ? text : text.replaceAll(incidentChannel, () => channel);
  return named.replaceAll('{date}', () => dateStamp(declaredAt ?? detectedAt, timeZone));
}
