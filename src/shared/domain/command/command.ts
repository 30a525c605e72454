import * as v from 'valibot';
import { ACTION_PRIORITIES, ACTION_STATUSES } from '../action/terms.ts';
import { isDay } from '../day.ts';
import { DOCUMENT_TEXT_LIMIT, FIELD_TEXT_LIMIT } from './limits.ts';
import { SEVERITIES } from '../severity.ts';

/** What a person (or the alerting loop) asks for. Every command either becomes events or is refused with a reason. */
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(10_000));
const playbookId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(FIELD_TEXT_LIMIT));
const person = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80));
const instant = v.pipe(v.number(), v.integer(), v.minValue(0));
const severity = v.picklist(SEVERITIES);
const fieldValue = v.union([
  v.pipe(v.string(), v.maxLength(FIELD_TEXT_LIMIT)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(FIELD_TEXT_LIMIT))), v.maxLength(100)),
]);

/** The record of 6.3. */
const actionFields = {
  description: text,
  /** Empty: nobody yet. */
  owner: v.pipe(v.string(), v.trim(), v.maxLength(80)),
  dueOn: v.pipe(v.string(), v.check(isDay)),
  status: v.picklist(ACTION_STATUSES),
  priority: v.picklist(ACTION_PRIORITIES),
  /** Empty: none. */
  category: v.pipe(v.string(), v.maxLength(64)),
};

/** T+0 moves to the earliest detection of what comes in, where that is earlier; never by itself. */
const countFrom = { countFromEarliest: v.optional(v.boolean()) };

export const commandSchema = v.variant('type', [
  v.object({
    type: v.literal('acknowledge'),
    pageIds: ids,
    /** Join this incident instead of opening one. */
    incidentId: v.optional(id),
    /** Page again after this if it is still firing. */
    recheckAfterMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(86_400_000))),
    declare: v.optional(v.boolean()),
    /** The playbook of the incident that this opens; left out: the one for its service. */
    playbook: v.optional(playbookId),
  }),
  /** Pages that were taken move to this incident, others are taken and join it. */
  v.object({ type: v.literal('link-pages'), pageIds: ids, incidentId: id, ...countFrom }),
  v.object({ type: v.literal('merge-incidents'), from: id, into: id, ...countFrom }),
  v.object({ type: v.literal('resolve-page'), pageId: id }),
  v.object({ type: v.literal('recheck'), pageId: id }),
  v.object({
    type: v.literal('meet-milestone'),
    incidentId: id,
    milestone: id,
    occurredAt: v.optional(instant),
  }),
  v.object({ type: v.literal('reopen'), incidentId: id }),
  v.object({ type: v.literal('change-severity'), incidentId: id, severity }),
  v.object({ type: v.literal('change-playbook'), incidentId: id, playbook: playbookId }),
  v.object({ type: v.literal('retitle'), incidentId: id, title: text }),
  v.object({ type: v.literal('tick'), incidentId: id, checklist: id, item: id }),
  v.object({ type: v.literal('untick'), incidentId: id, checklist: id, item: id }),
  v.object({ type: v.literal('add-note'), incidentId: id, text, occurredAt: v.optional(instant) }),
  v.object({
    type: v.literal('record-copy'),
    incidentId: id,
    template: id,
    title: text,
    kind: v.picklist(['declaration', 'update', 'resolution', 'other']),
    form: id,
    channel: v.exactOptional(id),
    text: v.pipe(v.string(), v.maxLength(100_000)),
    fields: v.record(id, fieldValue),
  }),
  /** An empty name: nobody. */
  v.object({
    type: v.literal('assign-role'),
    incidentId: id,
    role: id,
    name: v.pipe(v.string(), v.trim(), v.maxLength(80)),
  }),
  v.object({ type: v.literal('flag'), incidentId: id, flag: id, on: v.boolean() }),
  v.object({ type: v.literal('escalate'), incidentId: id, level: id }),
  v.object({ type: v.literal('enter-step'), incidentId: id, step: id }),
  /**
   * `playbook`: whose scenario; left out: the default's. `language`: the edition whose script is run. A drill begins only
   * once everybody knows of it (process document 8.2).
   */
  v.object({
    type: v.literal('start-drill'),
    playbook: v.exactOptional(playbookId),
    scenario: id,
    language: v.picklist(['en', 'ko']),
    everyoneKnows: v.literal(true),
  }),
  v.object({
    type: v.literal('deliver-drill-step'),
    drill: id,
    step: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Ends it at once: finished when its script is played out, else aborted. */
  v.object({ type: v.literal('end-drill'), drill: id }),
  v.object({ type: v.literal('join-training'), person }),
  v.object({ type: v.literal('leave-training'), person }),
  /** `playbook`: whose course; left out: the default's. What was done counts for every playbook that has the ids. */
  v.object({
    type: v.literal('tick-training'),
    playbook: v.exactOptional(playbookId),
    person,
    course: id,
    item: id,
    occurredAt: v.optional(instant),
  }),
  v.object({ type: v.literal('untick-training'), person, course: id, item: id }),
  v.object({
    type: v.literal('save-post-mortem'),
    incidentId: id,
    text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(DOCUMENT_TEXT_LIMIT)),
    language: v.picklist(['ko', 'en']),
  }),
  v.object({ type: v.literal('add-action'), incidentId: id, ...actionFields }),
  v.object({
    type: v.literal('change-action'),
    incidentId: id,
    action: id,
    ...v.partial(v.object(actionFields)).entries,
  }),
  v.object({ type: v.literal('remove-action'), incidentId: id, action: id }),
  v.object({
    type: v.literal('write-handover'),
    text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(DOCUMENT_TEXT_LIMIT)),
    from: instant,
    until: instant,
  }),
  v.object({ type: v.literal('undo'), eventId: id }),
  v.object({ type: v.literal('redact'), eventId: id }),
]);

export type Command = v.InferOutput<typeof commandSchema>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
