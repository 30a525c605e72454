import * as v from 'valibot';
import type { SchemaCode } from './problem-cause.ts';
import { afterEntries } from './schema-after.ts';
import { duration, items, severityId, slug, text } from './schema-parts.ts';
import { processEntries } from './schema-process.ts';

/** `15m` alone means due and late at the same instant. `due: 0m` with `lateAfter: 5m` is "at once". */
const deadline = v.union(
  [
    v.strictObject({ due: duration, lateAfter: duration }),
    v.pipe(
      duration,
      v.transform((due) => ({ due, lateAfter: due })),
    ),
  ],
  'not-a-deadline' satisfies SchemaCode,
);

const severity = v.strictObject({
  id: severityId,
  name: text,
  scope: text,
  impact: text,
  responseTarget: text,
  resolutionTarget: text,
  characteristics: v.array(text),
  examples: v.array(text),
  /** Whether an incident of this severity is declared (process document 2.1: SEV-1 or SEV-2). */
  declared: v.boolean(),
  /** Milestone id to its deadline, counted from detection. A milestone left out is not asked for. */
  deadlines: v.record(slug, deadline),
});

/** What a milestone means to the rules. A milestone without a mark only has its deadline. */
export const MILESTONE_MARKS = [
  'detection',
  'acknowledgement',
  'declaration',
  'resolution',
  'closure',
] as const;
const milestone = v.strictObject({
  id: slug,
  title: text,
  /** The button that meets it, in the imperative. Detection has none. */
  action: v.optional(text),
  /** The phase an incident is in once this milestone is met. */
  phase: slug,
  phaseTitle: text,
  marks: v.optional(v.picklist(MILESTONE_MARKS)),
});

const updates = v.strictObject({ every: duration, template: slug });

const checklist = v.strictObject({ title: text, items });

/** Where the incident can fill a field from. */
export const FIELD_SOURCES = [
  'severity',
  'title',
  'service',
  'summary',
  'channel',
  'minutes-since-detection',
  'detected-time',
  'resolved-time',
  'total-duration',
  'escalation-reason',
  'me',
] as const;
const field = v.strictObject({
  id: slug,
  label: text,
  type: v.picklist(['text', 'multiline', 'choice', 'list', 'person', 'number', 'date']),
  hint: v.optional(text),
  source: v.optional(v.picklist(FIELD_SOURCES)),
  /** Filled with who holds this role; before `source`. */
  role: v.optional(slug),
  /** What the draft of an update puts here: what is new, what was done, what comes next. */
  draft: v.optional(v.picklist(['summary', 'actions', 'next-steps'])),
  /** What stands there until somebody says otherwise. */
  preset: v.optional(text),
  options: v.optional(v.array(text)),
});

const template = v.strictObject({
  id: slug,
  title: text,
  /** What copying it means: only an update restarts the update clock (process document 4.2). */
  kind: v.picklist(['declaration', 'update', 'resolution', 'other']),
  channels: v.array(slug),
  fields: v.array(field),
  body: text,
  /** The subject of its e-mail form; left out: its title and the incident's. */
  subject: v.optional(text),
});

const statusPageState = v.strictObject({
  id: slug,
  title: text,
  message: text,
  colour: v.picklist(['yellow', 'orange', 'green', 'red']),
  label: text,
});
const statusPage = v.strictObject({
  id: slug,
  title: text,
  channels: v.array(slug),
  fields: v.array(field),
  states: v.pipe(v.array(statusPageState), v.minLength(1)),
});

const channel = v.strictObject({
  id: slug,
  name: text,
  purpose: text,
  audience: text,
  /** How a message looks there; left out: Slack's. */
  form: v.optional(v.picklist(['slack', 'markdown', 'plain', 'email', 'status-page'])),
  /** Left out: for every severity. */
  severities: v.optional(v.array(severityId)),
});
/** The name of a service, or how the names of several begin. */
const servicePattern = v.pipe(
  v.string(),
  v.regex(/^[^*\s]([^*]*[^*\s])?\*?$/, 'not-a-service' satisfies SchemaCode),
);
const contact = v.strictObject({ id: v.optional(slug), role: text, who: text, how: text });

/**
 * A playbook edition: one incident-response process in one language. Keys shared by all editions of a
 * playbook (ids of severities, milestones, items, templates, fields) are what the log refers to, so a
 * tick made in Korean shows in English.
 *
 * The schema reads both the YAML a person writes (durations as `15m`) and the normal form that the log
 * keeps (durations in milliseconds).
 */
export const playbookSchema = v.strictObject({
  schema: v.literal('tplus-playbook/1'),
  id: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'not-a-version' satisfies SchemaCode)),
  language: v.picklist(['ko', 'en']),
  title: text,
  owner: text,
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'not-a-time-zone' satisfies SchemaCode)),
  /** Services whose incidents start with this playbook. */
  services: v.optional(v.pipe(v.array(servicePattern), v.minLength(1))),
  /** What counts as an incident (process document 1.1). */
  definition: v.optional(text),
  severities: v.pipe(v.array(severity), v.minLength(1)),
  milestones: v.pipe(v.array(milestone), v.minLength(1)),
  updates,
  quickReference: checklist,
  templates: v.array(template),
  statusPage,
  /** `{date}` stands for YYYYMMDD in the playbook's time zone. */
  incidentChannel: text,
  channels: v.array(channel),
  contacts: v.array(contact),
  ...processEntries,
  ...afterEntries,
});

export type Playbook = v.InferOutput<typeof playbookSchema>;
export type PlaybookSeverity = Playbook['severities'][number];
export type PlaybookMilestone = Playbook['milestones'][number];
export type PlaybookTemplate = Playbook['templates'][number];
export type PlaybookField = PlaybookTemplate['fields'][number];
export type MilestoneMark = (typeof MILESTONE_MARKS)[number];
export type FieldSource = (typeof FIELD_SOURCES)[number];
export type PlaybookLanguage = Playbook['language'];

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
