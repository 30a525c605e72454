import { assertNever } from '../assert-never.ts';
import { MINUTE_MS } from '../duration.ts';
import type { Instant } from '../ids.ts';
import { channelName } from '../incident/channel.ts';
import { levelsOf, nextLevel, reasonFor } from '../incident/escalation.ts';
import type { Incident } from '../incident/incident.ts';
import type { FieldSource, Playbook, PlaybookField } from '../playbook/schema.ts';
import { zonedMinute } from '../zoned-time.ts';
import type { FieldValue, FieldValues } from './compose.ts';

/** What fields are filled from, beside the incident. */
export interface FillContext {
  readonly now: Instant;
  /** The person's name; empty when not said. */
  readonly me: string;
  /** Channels of other incidents: until this one is declared, its own is only foretold. */
  readonly takenChannels: ReadonlySet<string>;
  /** Why somebody is called in, when it is known better than by who is next. */
  readonly reason?: string;
}

/**
 * Values for a template's fields: who holds its role, then what the incident knows, else what was last copied
 * under the same field id in any template of this incident, else the template's own words. What nobody knows is
 * left out: a gap.
 */
export function fillFields(
  fields: readonly PlaybookField[],
  incident: Incident,
  playbook: Playbook,
  context: FillContext,
): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const { id, source, role, preset } of fields) {
    const holder = role === undefined ? undefined : incident.roles[role]?.name;
    const known = holder ?? (source === undefined ? '' : fromIncident(source, incident, playbook, context));
    const value = known === '' ? (lastCopied(incident, id) ?? preset) : known;
    if (value !== undefined) values[id] = value;
  }
  return values;
}

/** What was last copied under a field's id in any template; undefined when nothing was. */
export function lastCopied(incident: Incident, field: string): FieldValue | undefined {
  return Object.values(incident.copied)
    .filter((copy) => copy.fields[field] !== undefined)
    .toSorted((one, other) => other.at - one.at)[0]?.fields[field];
}

function fromIncident(
  source: FieldSource,
  incident: Incident,
  playbook: Playbook,
  { now, me, takenChannels, reason }: FillContext,
): string {
  switch (source) {
    case 'severity':
      return incident.severity;
    case 'title':
      return incident.title;
    case 'service':
      return incident.service;
    case 'summary':
      return incident.summary;
    case 'channel':
      return incident.channel ?? channelName(playbook, now, takenChannels);
    case 'minutes-since-detection':
      return String(Math.max(0, Math.floor((now - incident.detectedAt) / MINUTE_MS)));
    case 'detected-time':
      return zonedTime(incident.detectedAt, playbook);
    case 'resolved-time':
      return incident.resolvedAt === undefined ? '' : zonedTime(incident.resolvedAt, playbook);
    case 'total-duration':
      return incident.resolvedAt === undefined
        ? ''
        : spellDuration(incident.resolvedAt - incident.detectedAt, playbook.language);
    case 'escalation-reason':
      return reason ?? reasonFor(nextLevel(levelsOf(incident, playbook, now)));
    case 'me':
      return me;
    default:
      return assertNever(source);
  }
}

/** `2026-11-23 02:11 GMT+9`: a date and time in the playbook's zone, with its name (reading 6). */
export function zonedTime(at: Instant, { timeZone }: Pick<Playbook, 'timeZone'>): string {
  return `${zonedMinute(at, timeZone)} ${zoneName(at, timeZone)}`;
}

/** The zone's short name, such as `KST` where the language data knows one, else its offset. */
export function zoneName(at: Instant, timeZone: string): string {
  if (timeZone === 'Asia/Seoul') return 'KST';
  const parts = zoneFormatter(timeZone).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const zoneFormatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than all its uses. */
function zoneFormatter(timeZone: string): Intl.DateTimeFormat {
  const held = zoneFormatters.get(timeZone);
  if (held !== undefined) return held;
  const next = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' });
  zoneFormatters.set(timeZone, next);
  return next;
}

/** `1 h 12 min`, `1시간 12분`: to the minute. */
export function spellDuration(durationMs: number, language: Playbook['language']): string {
  const minutes = Math.max(0, Math.round(durationMs / MINUTE_MS));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [hour, minute] = language === 'ko' ? ['시간', '분'] : ['h', 'min'];
  const parts = [
    ...(hours > 0 ? [`${hours}${spaced(language)}${hour}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest}${spaced(language)}${minute}`] : []),
  ];
  return parts.join(' ');
}

function spaced(language: Playbook['language']): string {
  return language === 'ko' ? '' : ' ';
}
