import type { KnownEvent, TplusEvent } from '../event/event.ts';
import { effectiveEvents } from '../event/fold.ts';
import type { Instant } from '../ids.ts';
import { type Incident, tickKey } from '../incident/incident.ts';
import { itemWords } from '../incident/item-words.ts';
import { asksFor } from '../incident/phase-windows.ts';
import { itemsOf, procedureChecklist } from '../playbook/checklists.ts';
import { milestoneById, severityOf } from '../playbook/lookup.ts';
import type { PlaybookProcedure } from '../playbook/schema-process.ts';
import type { Playbook, PlaybookField } from '../playbook/schema.ts';
import type { FieldValue } from '../event/payloads.ts';

/** What an update could say, from what was recorded since the last one. Offered, never put in by itself. */
export interface UpdateDraft {
  /** When the last update was copied; undefined: this is the first. */
  readonly since: Instant | undefined;
  /** How many things are new. */
  readonly changes: number;
  /** By field id; only fields there is something to say in. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

const NEXT_STEPS = 3;

/**
 * The draft of the next update (process document 4.2). New: milestones, severity, steps of the lifecycle, flags and
 * notes. Done: ticks that still stand, roles, escalations. Next: the first open items of the current phase and the first
 * of each procedure that a flag added (5.3), else the next milestone. Every word is the playbook's edition's or a
 * person's; which field takes what, the playbook marks.
 */
export function draftUpdate(
  events: Iterable<TplusEvent>,
  incident: Incident,
  playbook: Playbook,
  fields: readonly PlaybookField[],
): UpdateDraft {
  const effective = effectiveEvents(events);
  const last = effective.findLastIndex(
    ({ type, payload }) => type === 'message.copied' && 'kind' in payload && payload.kind === 'update',
  );
  const fresh = effective.slice(last + 1).filter(({ redacted }) => redacted !== true);
  const parts = {
    summary: fresh.flatMap((event) => newsIn(event, incident, playbook) ?? []),
    actions: fresh.flatMap((event) => doneIn(event, incident, playbook) ?? []),
    'next-steps': nextSteps(incident, playbook),
  };
  const entries = fields.flatMap(({ id, draft, type }): [string, FieldValue][] => {
    const lines = draft === undefined ? [] : [...new Set(parts[draft])];
    if (lines.length === 0) return [];
    return [[id, type === 'list' ? lines : lines.join(type === 'multiline' ? '\n' : ', ')]];
  });
  return {
    since: effective[last]?.occurredAt,
    changes: new Set(parts.summary).size + new Set(parts.actions).size,
    values: Object.fromEntries(entries),
  };
}

function newsIn(event: KnownEvent, incident: Incident, playbook: Playbook): string | undefined {
  switch (event.type) {
    case 'incident.milestone-met': {
      const { milestone } = event.payload;
      // Met, and not taken back by reopening.
      return incident.met[milestone] === undefined
        ? undefined
        : milestoneById(playbook, milestone)?.phaseTitle;
    }
    case 'incident.severity-changed': {
      const { from, to } = event.payload;
      const label = playbook.templates
        .flatMap(({ fields }) => fields)
        .find(({ source }) => source === 'severity')?.label;
      return `${label === undefined ? '' : `${label}: `}${from} → ${to}`;
    }
    case 'incident.step-entered':
      return titleOf(playbook.lifecycle?.steps, event.payload.step);
    case 'incident.flagged':
      return incident.flags[event.payload.flag] === undefined
        ? undefined
        : titleOf(playbook.flags, event.payload.flag);
    case 'note.added':
      return event.payload.text;
    default:
      return undefined;
  }
}

function doneIn(event: KnownEvent, incident: Incident, playbook: Playbook): string | undefined {
  switch (event.type) {
    case 'checklist.ticked': {
      const { checklist, item } = event.payload;
      if (incident.ticks[tickKey(checklist, item)] === undefined) return undefined;
      const text = itemsOf(playbook, checklist).find(({ id }) => id === item)?.text;
      return text === undefined ? undefined : itemWords(text, playbook, incident);
    }
    case 'role.assigned': {
      const { role, name } = event.payload;
      const title = titleOf(playbook.roles, role);
      return title === undefined || incident.roles[role]?.name !== name ? undefined : `${title}: ${name}`;
    }
    case 'incident.escalated': {
      const level = titleOf(playbook.escalation?.levels, event.payload.level);
      const word = titleOf(playbook.templates, playbook.escalation?.template);
      return level === undefined || word === undefined ? level : `${word}: ${level}`;
    }
    default:
      return undefined;
  }
}

function nextSteps(incident: Incident, playbook: Playbook): string[] {
  const asked = (playbook.procedures ?? []).filter((procedure) => asksFor(incident, procedure));
  const isOwn = ({ severities, flag }: PlaybookProcedure): boolean =>
    flag === undefined || severities?.includes(incident.severity) === true;
  const own = asked.filter(isOwn).flatMap((procedure) => openItems(procedure, incident, playbook));
  // One of each that a flag added: they go on beside the response, and the message stays short.
  const added = asked
    .filter((procedure) => !isOwn(procedure))
    .flatMap((procedure) => openItems(procedure, incident, playbook).slice(0, 1));
  const open = [...own.slice(0, NEXT_STEPS), ...added];
  if (open.length > 0) return open;
  const deadlines = severityOf(playbook, incident.severity)?.deadlines ?? {};
  const next = playbook.milestones
    .slice(lastMetIn(incident, playbook) + 1)
    .find(({ id }) => Object.hasOwn(deadlines, id));
  return next === undefined ? [] : [next.title];
}

/** Unticked items of the phase that the milestones have reached. */
function openItems({ id, phases }: PlaybookProcedure, incident: Incident, playbook: Playbook): string[] {
  const placeOf = (milestone: string): number =>
    playbook.milestones.findIndex((each) => each.id === milestone);
  const lastMet = lastMetIn(incident, playbook);
  // A later milestone makes those before it unnecessary, and what was to be done until then.
  const phase = phases.find(
    ({ until, after }) =>
      (until === undefined || placeOf(until) > lastMet) &&
      (after === undefined || incident.met[after] !== undefined),
  );
  return (phase?.items ?? [])
    .filter((item) => incident.ticks[tickKey(procedureChecklist(id), item.id)] === undefined)
    .map(({ text }) => itemWords(text, playbook, incident));
}

function lastMetIn(incident: Incident, { milestones }: Playbook): number {
  return milestones.findLastIndex(({ id }) => incident.met[id] !== undefined);
}

function titleOf(
  parts: readonly { readonly id: string; readonly title: string }[] | undefined,
  id: string | undefined,
): string | undefined {
  return parts?.find((part) => part.id === id)?.title;
}
