import * as v from 'valibot';
import { ACTION_PRIORITIES, ACTION_STATUSES } from '../action/terms.ts';
import { MILESTONE_MARKS } from '../playbook/schema.ts';
import { SEVERITIES } from '../severity.ts';
import { practicePayloads } from './practice-payloads.ts';

/**
 * What each event type says. Version 1 of all of them. A field may be added as optional; anything else
 * is a new version, read by an upcaster beside this file.
 */
const severity = v.picklist(SEVERITIES);
/** Epoch ms that a date can hold (ECMA-262, "Time Values"): beyond it formatting throws. */
const MAX_INSTANT = 8.64e15;
export const instantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-MAX_INSTANT),
  v.maxValue(MAX_INSTANT),
);
const strings = v.record(v.string(), v.string());

export const warningSchema = v.object({
  path: v.string(),
  /** In English, as the sender was told. */
  detail: v.string(),
  /** What it is, for the window to say in its own language; events of before it was kept have none. */
  code: v.exactOptional(v.string()),
  params: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export const linkSchema = v.object({ label: v.string(), url: v.string() });

/** Why a severity is what it is: said by the sender, or the one set for unknowns. */
const severityReason = v.picklist(['sender', 'unknown-word', 'not-given', 'person']);
const resolvedBy = v.picklist(['source', 'person', 'self-test', 'drill']);
const fieldValue = v.union([v.string(), v.array(v.string())]);

const playbookRef = v.object({
  id: v.string(),
  version: v.string(),
  /** Language to content hash; the content itself is logged once as `playbook.logged`. */
  editions: strings,
});

/** The record of 6.3; the incident is the envelope's. */
const actionFields = {
  description: v.string(),
  /** Empty: nobody yet. */
  owner: v.string(),
  /** A day in the playbook's time zone. */
  dueOn: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  status: v.picklist(ACTION_STATUSES),
  priority: v.picklist(ACTION_PRIORITIES),
  /** Id of one of the playbook's categories; empty: none. */
  category: v.string(),
};

export const payloadSchemas = {
  'page.received': v.object({
    source: v.string(),
    key: v.string(),
    /** The sender's own start, kept for identity; absent when the sender gave none. */
    sourceStartedAt: v.exactOptional(v.string()),
    title: v.string(),
    severity,
    severityReason,
    severityWord: v.exactOptional(v.string()),
    summary: v.string(),
    service: v.string(),
    startedAt: instantSchema,
    faultStartedAt: v.exactOptional(instantSchema),
    links: v.array(linkSchema),
    labels: strings,
    warnings: v.array(warningSchema),
    /** A test page asked for by the person or by `tplus self-test`. */
    test: v.boolean(),
    /** The drill that it is a step of. */
    drill: v.exactOptional(v.string()),
  }),
  'page.severity-raised': v.object({ from: severity, to: severity }),
  'page.acknowledged': v.object({
    recheckAt: v.exactOptional(instantSchema),
    detectedAt: v.exactOptional(instantSchema),
  }),
  'page.rechecked': v.object({ acknowledgedAt: instantSchema }),
  'page.resolved': v.object({ by: resolvedBy }),
  /**
   * It belongs to this incident from now on. `from`: the one it was moved out of, and its title then; `merge`: that one
   * was merged. `detectedAt`, here and in what else brings pages in: T+0 moved to it, as a person asked.
   */
  'page.linked': v.object({
    from: v.exactOptional(v.string()),
    title: v.exactOptional(v.string()),
    merge: v.exactOptional(v.boolean()),
    detectedAt: v.exactOptional(instantSchema),
  }),
  /** Its counterpart on the incident that the page left. */
  'page.unlinked': v.object({ to: v.string(), title: v.string() }),
  'incident.opened': v.object({
    title: v.string(),
    severity,
    service: v.string(),
    summary: v.string(),
    detectedAt: instantSchema,
    faultStartedAt: v.exactOptional(instantSchema),
    playbook: playbookRef,
    test: v.boolean(),
    /** The drill that its pages are of. */
    drill: v.exactOptional(v.string()),
  }),
  'incident.severity-changed': v.object({ from: severity, to: severity }),
  /** It goes on by another playbook; `title`: that one's, then. */
  'incident.playbook-changed': v.object({ from: playbookRef, to: playbookRef, title: v.string() }),
  'incident.retitled': v.object({ title: v.string() }),
  'incident.milestone-met': v.object({
    milestone: v.string(),
    /** What it meant by the playbook of that moment, so that the fold needs no playbook. */
    marks: v.exactOptional(v.picklist(MILESTONE_MARKS)),
    /** The incident's channel, named when it is declared. */
    channel: v.exactOptional(v.string()),
  }),
  /** `unmet`: the milestones that count as not met again (resolution, closure). */
  'incident.reopened': v.object({ unmet: v.array(v.string()) }),
  /** All its pages went to another incident, and it is over; `title`: the other one's, then. */
  'incident.merged': v.object({ into: v.string(), title: v.string() }),
  /** The counterpart, on the incident that took the pages. */
  'incident.absorbed': v.object({
    from: v.string(),
    title: v.string(),
    detectedAt: v.exactOptional(instantSchema),
  }),
  /** An empty name: nobody holds it any more. */
  'role.assigned': v.object({ role: v.string(), name: v.string() }),
  'incident.flagged': v.object({ flag: v.string(), on: v.boolean() }),
  /** Somebody of this level was called in. */
  'incident.escalated': v.object({ level: v.string() }),
  /** A step of the lifecycle was entered, also by going back. */
  'incident.step-entered': v.object({ step: v.string() }),
  'checklist.ticked': v.object({ checklist: v.string(), item: v.string() }),
  'checklist.unticked': v.object({ checklist: v.string(), item: v.string() }),
  'message.copied': v.object({
    template: v.string(),
    title: v.string(),
    kind: v.picklist(['declaration', 'update', 'resolution', 'other']),
    form: v.string(),
    /** Id of the playbook's channel it was copied for. */
    channel: v.exactOptional(v.string()),
    text: v.string(),
    fields: v.record(v.string(), fieldValue),
  }),
  'note.added': v.object({ text: v.string() }),
  /** A version of the post-mortem, whole, in Markdown. */
  'post-mortem.saved': v.object({ text: v.string(), language: v.picklist(['ko', 'en']) }),
  /** `number`: how people call it within its incident. */
  'action.added': v.object({ number: v.pipe(v.number(), v.integer(), v.minValue(1)), ...actionFields }),
  /** Only what changed. `action`: the event that added it. */
  'action.changed': v.object({
    action: v.string(),
    description: v.exactOptional(actionFields.description),
    owner: v.exactOptional(actionFields.owner),
    dueOn: v.exactOptional(actionFields.dueOn),
    status: v.exactOptional(actionFields.status),
    priority: v.exactOptional(actionFields.priority),
    category: v.exactOptional(actionFields.category),
  }),
  /**
   * What the next on-call person was told, in Markdown, of the shift between these instants. `replaces`: the hand-over that
   * goes on as this one, without a text that was removed for good.
   */
  'handover.written': v.object({
    text: v.string(),
    from: instantSchema,
    until: instantSchema,
    replaces: v.optional(v.string()),
  }),
  'playbook.logged': v.object({ hash: v.string(), content: v.unknown() }),
  'event.undone': v.object({ target: v.string() }),
  'event.redacted': v.object({ target: v.string() }),
  ...practicePayloads(playbookRef),
} as const;

export type EventType = keyof typeof payloadSchemas;
export type PayloadOf<T extends EventType> = v.InferOutput<(typeof payloadSchemas)[T]>;
export type PageWarning = v.InferOutput<typeof warningSchema>;
export type PageLink = v.InferOutput<typeof linkSchema>;
export type SeverityReason = v.InferOutput<typeof severityReason>;
export type ResolvedBy = v.InferOutput<typeof resolvedBy>;
export type FieldValue = v.InferOutput<typeof fieldValue>;
export type { DrillEnd } from './practice-payloads.ts';
export type PlaybookRef = v.InferOutput<typeof playbookRef>;

export function isKnownType(type: string): type is EventType {
  return Object.hasOwn(payloadSchemas, type);
}
