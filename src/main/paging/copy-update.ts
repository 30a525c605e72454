import type { Command } from '#shared/domain/command/command.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { composeMessage } from '#shared/domain/message/compose.ts';
import { fillFields, type FillContext } from '#shared/domain/message/fill.ts';
import { toHtml, toSlack } from '#shared/domain/message/forms.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** A message as the clipboard takes it, and the command that puts it on the timeline. */
export interface UpdateToCopy {
  readonly text: string;
  readonly html: string;
  /** Something is still missing: the person should look at it. */
  readonly hasGaps: boolean;
  readonly record: Extract<Command, { type: 'record-copy' }>;
}

/** The next status update of an incident, filled from what is known and from the last one copied. */
export function updateToCopy(
  incident: Incident,
  playbook: Playbook,
  context: FillContext,
): UpdateToCopy | undefined {
  const template = playbook.templates.find(({ id }) => id === playbook.updates.template);
  if (template === undefined) return undefined;
  const fields = fillFields(template.fields, incident, playbook, context);
  const message = composeMessage(template, fields);
  const text = toSlack(message, 'paste');
  return {
    text,
    html: toHtml(message),
    hasGaps: message.gaps.length > 0,
    record: {
      type: 'record-copy',
      incidentId: incident.id,
      template: template.id,
      title: template.title,
      kind: template.kind,
      form: 'slack',
      text,
      fields: Object.fromEntries(
        Object.entries(fields).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
      ),
    },
  };
}
