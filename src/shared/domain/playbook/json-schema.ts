import { toJsonSchema } from '@valibot/to-json-schema';
import { playbookSchema } from './schema.ts';
import type { Playbook } from './schema.ts';
import { duration, interval, item, severityId, slug, text } from './schema-parts.ts';

/** What an editor says of each part while somebody writes a playbook. In parentheses: sections of the process document. */
const DESCRIPTIONS: Readonly<Record<keyof Playbook, string>> = {
  schema: 'The version of this schema.',
  id: 'The same in every edition and every version of a playbook.',
  version: 'The version of the process, such as 1.0.0. An incident keeps the version that it began with.',
  language: 'The language of this edition. Editions of one playbook share all ids.',
  title: 'What the process is called.',
  owner: 'Who answers for it.',
  timeZone: 'An IANA time zone, such as Asia/Seoul. Times in messages and channel names are in it.',
  services: 'Services whose incidents start with this playbook. A * at the end stands for any ending.',
  definition: 'What counts as an incident (1.1).',
  severities:
    'Severities, gravest first, with the deadlines of their milestones from detection (1.1-1.3, 2.2).',
  milestones: 'What an incident passes from detection to closure, in order (2.2).',
  updates: 'How often a status update is due, and by which template (3.2).',
  quickReference: 'The checklist that every incident has (9.1).',
  templates:
    'Messages to copy. {braces} in a body name one of its fields; "- {field}" repeats per entry (4.2).',
  statusPage: 'The states of the public status page (4.3).',
  incidentChannel: 'The name of an incident’s channel. {date} stands for YYYYMMDD.',
  channels: 'Where messages go, and who reads them (4.1).',
  contacts: 'Whom to reach in an emergency (9.3).',
  lifecycle: 'The steps of an incident, with a branch for the declared and one for the others (2.1).',
  roles: 'Who does what, in which phase (3.1, 3.2).',
  escalation: 'Who is called in, in order, and what calls them (3.3).',
  flags: 'What a person can say of an incident beyond its severity.',
  procedures: 'Checklists in phases, by severity or flag. A phase ends when its milestone is due (5.1, 5.3).',
  rollback: 'When to roll back, and how (5.2).',
  commands: 'Commands to copy. {braces} name a variable (5.2, 9.2).',
  postMortem: 'The meeting after an incident, and the document that comes of it (6.1, 6.2).',
  actionCategories: 'What action items are for (6.3).',
  actionReminder: 'When the action items of a day are reminded of, 09:00 unless given (6.3).',
  metrics: 'The figures that are watched, and their goals (7.1).',
  training: 'What people learn before they are on call (8.1).',
  drills: 'Game days: purpose, rules and scenarios (8.2).',
};

const DURATION = { pattern: '^\\d{1,6}[smhdw]$', description: 'A duration: 90s, 15m, 24h, 2d, 1w.' };
const INTERVAL = {
  pattern: '^(\\d{1,6}[smhdw]|[1-9]\\d{0,2}mo)$',
  description: 'A duration such as 2w, or months of the calendar: 1mo, 3mo, 12mo.',
};

/**
 * The playbook's schema as JSON Schema (draft 7), for editors that complete and check YAML: what a person may write,
 * so durations are texts such as `15m`. It says all that the schema says; references between parts are the app's.
 */
export function playbookJsonSchema(): Record<string, unknown> {
  const converted = toJsonSchema(playbookSchema, {
    target: 'draft-07',
    definitions: { text, slug, duration, interval, severity: severityId, item },
    // JSON Schema has no words for them: the app alone judges a time zone, and durations are said below.
    ignoreActions: ['check', 'transform'],
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'trim' ? { ...jsonSchema, pattern: '\\S' } : undefined,
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema === duration) return { type: 'string', ...DURATION };
      return valibotSchema === interval ? { type: 'string', ...INTERVAL } : undefined;
    },
  });
  const properties = Object.entries(converted.properties ?? {}).map(([key, property]) => {
    const description = DESCRIPTIONS[key as keyof Playbook];
    // Draft 7 ignores what stands beside a reference.
    const isReference = typeof property === 'object' && '$ref' in property;
    const described: object = isReference
      ? { description, allOf: [property] }
      : { description, ...(typeof property === 'object' ? property : {}) };
    return [key, described] as const;
  });
  return {
    ...converted,
    title: 'Tplus playbook, version 1',
    properties: Object.fromEntries(properties),
  };
}
