import type { Incident } from '../incident/incident.ts';
import type { PlaybookTemplate } from '../playbook/schema.ts';
import { type ComposedMessage, composeLine, type FieldValue, type FieldValues } from './compose.ts';

const DEFAULT = '[{severity}] {template}: {title}';

/**
 * The subject of a message's e-mail form (process document 4.1): the template's own, else
 * `[SEV-1] Incident declared: Checkout is down`. Its words are the playbook's and the incident's; severity and title
 * are as they stand in the message where it has fields for them.
 */
export function composeSubject(
  template: PlaybookTemplate,
  values: FieldValues,
  incident: Pick<Incident, 'severity' | 'title'>,
): ComposedMessage {
  if (template.subject !== undefined) return composeLine(template.subject, template, values);
  const fields = ['severity', 'template', 'title'].map((id) => ({ id, label: id, type: 'text' as const }));
  return composeLine(
    DEFAULT,
    { fields },
    {
      severity: inMessage(template, values, 'severity') ?? incident.severity,
      template: template.title,
      title: inMessage(template, values, 'title') ?? incident.title,
    },
  );
}

function inMessage(
  { fields }: PlaybookTemplate,
  values: FieldValues,
  source: 'severity' | 'title',
): FieldValue | undefined {
  const field = fields.find((each) => each.source === source);
  const value = field === undefined || !Object.hasOwn(values, field.id) ? undefined : values[field.id];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
