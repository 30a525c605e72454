import { type EventOfType, isKnown, type KnownEvent, type TplusEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { Instant } from '../ids.ts';
import { type Incident, tickKey } from '../incident/incident.ts';
import { itemWords } from '../incident/item-words.ts';
import { type MilestoneView, milestonesOf } from '../incident/milestones.ts';
import { proceduresOf } from '../incident/procedures.ts';
import { cadenceOf } from '../metrics/cadence.ts';
import { QUICK_REFERENCE } from '../playbook/checklists.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Severity } from '../severity.ts';
import type { Drill } from './drill.ts';

/** An incident of a drill, with its timeline and the playbook that it ran by. */
export interface DrilledIncident {
  readonly incident: Incident;
  /** Its own events and those of its pages. */
  readonly events: readonly TplusEvent[];
  readonly playbook: Playbook;
}

/** A milestone against its target. `open`: the drill ended before it was due. */
export interface MilestoneResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: 'met' | 'late' | 'missed' | 'open';
  /** Ms from detection. */
  readonly target: number;
  readonly took?: number;
  /** Ms after the target; also of what was missed, up to the end. */
  readonly lateBy?: number;
}
/** A message that was copied. */
export interface SentMessage {
  readonly at: Instant;
  readonly by: string;
  readonly title: string;
}
/** What the playbook asks for and nobody wrote; `updates` so many times. */
export type MissingMessage =
  | { readonly kind: 'declaration' | 'resolution' }
  | { readonly kind: 'updates'; readonly count: number };

export interface IncidentDebrief {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly timeZone: string;
  readonly milestones: readonly MilestoneResult[];
  /** By checklist: what was to be done by then and was not ticked. */
  readonly missedSteps: readonly { readonly list: string; readonly items: readonly string[] }[];
  readonly messages: readonly SentMessage[];
  readonly missing: readonly MissingMessage[];
  readonly escalations: readonly { readonly title: string; readonly at: Instant; readonly by: string }[];
}

/** How a drill went (process document 8.2: the results are written down). */
export interface Debrief {
  readonly incidents: readonly IncidentDebrief[];
  /** Who did something, in the order of their first deed; who began the drill first. */
  readonly participants: readonly string[];
  /** Steps that came late: a figure that depends on them says little. */
  readonly lateSteps: number;
}

/** Everything is judged at the drill's end, or at `now` while it runs. Pure. */
export function debriefOf(drill: Drill, incidents: readonly DrilledIncident[], now: Instant): Debrief {
  const end = drill.ended?.at ?? now;
  return {
    incidents: incidents
      .toSorted((one, other) => one.incident.openedAt - other.incident.openedAt)
      .map((each) => debriefIncident(each, end)),
    participants: participantsOf(drill, incidents),
    lateSteps: Object.values(drill.delivered).filter(({ late }) => late).length,
  };
}

function debriefIncident({ incident, events, playbook }: DrilledIncident, end: Instant): IncidentDebrief {
  const known = effectiveEvents(events);
  const messages = known.filter((event) => event.type === 'message.copied');
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    timeZone: playbook.timeZone,
    milestones: milestonesOf(incident, playbook, end).flatMap((view) => resultOf(view, incident, end)),
    missedSteps: missedSteps(incident, playbook, end),
    messages: messages.map(({ occurredAt: at, author: by, payload }) => ({ at, by, title: payload.title })),
    missing: missingMessages(incident, playbook, messages, end),
    escalations: escalationsOf(known, playbook),
  };
}

function resultOf(view: MilestoneView, { detectedAt }: Incident, end: Instant): MilestoneResult[] {
  const { id, title, dueAt, lateAt, metAt, metLate, marks } = view;
  if (dueAt === undefined || lateAt === undefined || marks === 'detection') return [];
  const base = { id, title, target: lateAt - detectedAt };
  if (metAt !== undefined) {
    const took = metAt - detectedAt;
    return [
      metLate
        ? { ...base, verdict: 'late', took, lateBy: metAt - lateAt }
        : { ...base, verdict: 'met', took },
    ];
  }
  if (end >= lateAt) return [{ ...base, verdict: 'missed', lateBy: end - lateAt }];
  return [{ ...base, verdict: view.state === 'skipped' ? 'missed' : 'open' }];
}

/** The quick reference, and of the procedures those phases whose time had come. */
function missedSteps(incident: Incident, playbook: Playbook, end: Instant): IncidentDebrief['missedSteps'] {
  const { quickReference } = playbook;
  const unticked = quickReference.items.filter(
    ({ id }) => incident.ticks[tickKey(QUICK_REFERENCE, id)] === undefined,
  );
  const { procedures, late } = proceduresOf(incident, playbook, end);
  const current = procedures.flatMap(({ title, phases }) =>
    phases
      .filter(({ state }) => state === 'current')
      .map((phase) => ({
        list: `${title}: ${phase.title}`,
        items: phase.items.filter(({ tick }) => tick === undefined).map(({ text }) => text),
      })),
  );
  const carried = [...new Set(late.map(({ phaseTitle }) => phaseTitle))].map((list) => ({
    list,
    items: late.filter(({ phaseTitle }) => phaseTitle === list).map(({ text }) => text),
  }));
  const quick = unticked.map(({ text }) => itemWords(text, playbook, incident));
  return [{ list: quickReference.title, items: quick }, ...carried, ...current].filter(
    ({ items }) => items.length > 0,
  );
}

/** A declaration once it was declared, an update every so often until it is resolved, a resolution once it is (3.2, 4.2). */
function missingMessages(
  incident: Incident,
  playbook: Playbook,
  messages: readonly EventOfType<'message.copied'>[],
  end: Instant,
): MissingMessage[] {
  const { declaredAt, resolvedAt } = incident;
  const has = (kind: string): boolean => messages.some(({ payload }) => payload.kind === kind);
  const missing: MissingMessage[] = [];
  if (declaredAt !== undefined && !has('declaration')) missing.push({ kind: 'declaration' });
  const { due, kept } = cadenceOf({ ...incident, resolvedAt: resolvedAt ?? end }, playbook.updates.every) ?? {
    due: 0,
    kept: 0,
  };
  const count = due - kept;
  if (count > 0) missing.push({ kind: 'updates', count });
  if (resolvedAt !== undefined && !has('resolution')) missing.push({ kind: 'resolution' });
  return missing;
}

function escalationsOf(known: readonly KnownEvent[], playbook: Playbook): IncidentDebrief['escalations'] {
  return known.flatMap((event) =>
    event.type === 'incident.escalated'
      ? [{ title: levelTitle(playbook, event.payload.level), at: event.occurredAt, by: event.author }]
      : [],
  );
}

function levelTitle({ escalation }: Playbook, level: string): string {
  return escalation?.levels.find(({ id }) => id === level)?.title ?? level;
}

function participantsOf({ startedBy }: Drill, incidents: readonly DrilledIncident[]): string[] {
  const events = incidents
    .flatMap((each) => each.events)
    .filter((event) => isKnown(event) && !APP_EVENTS.has(event.type))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const holders = incidents.flatMap(({ incident }) => Object.values(incident.roles).map(({ name }) => name));
  return [...new Set([startedBy, ...events.map(({ author }) => author), ...holders])];
}

/** What the app does by itself, whoever's name is set. */
const APP_EVENTS: ReadonlySet<string> = new Set([
  'page.received',
  'page.severity-raised',
  'page.rechecked',
  'page.resolved',
  'playbook.logged',
  'incident.drill-ended',
] satisfies KnownEvent['type'][]);
