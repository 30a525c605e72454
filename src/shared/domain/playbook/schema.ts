import * as v from 'valibot';
import { parseDuration } from '../duration.ts';
import { SEVERITIES } from '../severity.ts';

/**
 * A playbook edition: one incident-response process in one language. Keys shared by all editions of a
 * playbook (ids of severities, milestones, items, templates, fields) are what the log refers to, so a
 * tick made in Korean shows in English.
 *
 * The schema reads both the YAML a person writes (durations as `15m`) and the normal form that the log
 * keeps (durations in milliseconds).
 */
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
);
const duration = v.union(
  [
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    v.pipe(
      v.string(),
      v.check((value) => parseDuration(value) !== undefined),
      v.transform((value) => parseDuration(value) ?? 0),
    ),
  ],
  'must be a duration such as 90s, 15m, 24h or 1w',
);
const severityId = v.picklist(SEVERITIES);

/** `15m` alone means due and late at the same instant. `due: 0m` with `lateAfter: 5m` is "at once". */
const deadline = v.union(
  [
    v.strictObject({ due: duration, lateAfter: duration }),
    v.pipe(
      duration,
      v.transform((due) => ({ due, lateAfter: due })),
    ),
  ],
  'must be a duration such as 15m, or { due, lateAfter }',
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

const checklistItem = v.strictObject({ id: slug, text });
const checklist = v.strictObject({ title: text, items: v.pipe(v.array(checklistItem), v.minLength(1)) });

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
  'me',
] as const;
const field = v.strictObject({
  id: slug,
  label: text,
  type: v.picklist(['text', 'multiline', 'choice', 'list', 'person', 'number', 'date']),
  hint: v.optional(text),
  source: v.optional(v.picklist(FIELD_SOURCES)),
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
  /** Left out: for every severity. */
  severities: v.optional(v.array(severityId)),
});
const contact = v.strictObject({ role: text, who: text, how: text });

export const playbookSchema = v.strictObject({
  schema: v.literal('tplus-playbook/1'),
  id: slug,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0')),
  language: v.picklist(['ko', 'en']),
  title: text,
  owner: text,
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'must be an IANA time zone such as Asia/Seoul')),
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
