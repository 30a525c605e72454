import { assertNever } from '../assert-never.ts';
import { dayOf } from '../day.ts';
import type { KnownEvent } from '../event/event.ts';
import type { Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import { type MilestoneView, milestonesOf } from '../incident/milestones.ts';
import type { FieldValue, FieldValues } from '../message/compose.ts';
import { lastCopied, spellDuration, zonedTime, zoneName } from '../message/fill.ts';
import type { PostMortemField } from '../playbook/schema-after.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Say } from './words.ts';

/** What the document is filled from. */
export interface DraftInput {
  readonly incident: Incident;
  /** Those that count, in fold order (`effectiveEvents`). */
  readonly events: readonly KnownEvent[];
  readonly playbook: Playbook;
  readonly now: Instant;
  /** Whose draft it is; empty when not said. */
  readonly me: string;
  readonly say: Say;
}

/**
 * Values for the document's blanks (process document 6.2): who held the role, a link of the pages, what the incident knows,
 * else what was last copied under the same field id in a message. What nobody knows is left out: a gap.
 */
export function valuesFor(fields: readonly PostMortemField[], input: DraftInput): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const { id, role, link, source } = field;
    const known =
      (role === undefined ? undefined : holderOf(role, input)) ??
      (link === undefined ? undefined : linkWith(link, input.events)) ??
      (source === undefined ? undefined : fromIncident(source, input)) ??
      lastCopied(input.incident, id);
    if (known !== undefined && known.length > 0) values[id] = known;
  }
  return values;
}

/** Who holds it, or held it last: it may have been given up when the incident was over. */
function holderOf(role: string, { incident, events }: DraftInput): string | undefined {
  const held = incident.roles[role]?.name;
  if (held !== undefined) return held;
  const last = events.findLast(
    (event) => event.type === 'role.assigned' && event.payload.role === role && event.payload.name !== '',
  );
  return last?.type === 'role.assigned' ? last.payload.name : undefined;
}

function linkWith(word: string, events: readonly KnownEvent[]): string | undefined {
  const wanted = word.toLowerCase();
  for (const event of events) {
    if (event.type !== 'page.received') continue;
    for (const { label, url } of event.payload.links) {
      if (!URL.canParse(url)) continue;
      const { protocol, host, href } = new URL(url);
      const has = host.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
      // Brackets would end the link that the template puts around it.
      if (protocol === 'https:' && has) return href.replaceAll('(', '%28').replaceAll(')', '%29');
    }
  }
  return undefined;
}

function fromIncident(
  source: NonNullable<PostMortemField['source']>,
  { incident, playbook, me, now, say }: DraftInput,
): FieldValue | undefined {
  const { timeZone } = playbook;
  switch (source) {
    case 'severity':
      return incident.severity;
    case 'title':
      return incident.title;
    case 'detected-date':
      return dayOf(incident.detectedAt, timeZone);
    case 'detected-time':
      return zonedTime(incident.detectedAt, playbook);
    case 'resolved-time':
      return incident.resolvedAt === undefined ? undefined : zonedTime(incident.resolvedAt, playbook);
    case 'total-duration':
      return incident.resolvedAt === undefined
        ? undefined
        : spellDuration(incident.resolvedAt - incident.detectedAt, playbook.language);
    case 'time-zone':
      return zoneName(incident.detectedAt, timeZone);
    case 'me':
      return me;
    case 'met-in-time':
      return milestonesOf(incident, playbook, now).flatMap((view) => inTime(view, incident, playbook, say));
    case 'met-late':
      return milestonesOf(incident, playbook, now).flatMap((view) => late(view, incident, playbook, say));
    case 'timeline':
    case 'action-items':
      return undefined;
    default:
      return assertNever(source);
  }
}

function inTime(view: MilestoneView, incident: Incident, { language }: Playbook, say: Say): string[] {
  const { title: milestone, metAt, lateAt, metLate } = view;
  if (metAt === undefined || lateAt === undefined || metLate) return [];
  const since = (at: Instant): string => spellDuration(at - incident.detectedAt, language);
  return [say('inTime', { milestone, time: since(metAt), target: since(lateAt) })];
}

function late(view: MilestoneView, incident: Incident, { language }: Playbook, say: Say): string[] {
  const { title: milestone, metAt, lateAt, metLate, state } = view;
  if (lateAt === undefined) return [];
  const spell = (ms: number): string => spellDuration(ms, language);
  const target = spell(lateAt - incident.detectedAt);
  if (metAt === undefined) return state === 'skipped' ? [say('notMet', { milestone, target })] : [];
  if (!metLate) return [];
  const time = spell(metAt - incident.detectedAt);
  return [say('late', { milestone, time, target, late: spell(metAt - lateAt) })];
}
