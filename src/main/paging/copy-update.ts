import type { Command } from '#shared/domain/command/command.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { channelsOf, pickChannel } from '#shared/domain/message/channels.ts';
import { type FillContext, fillFields } from '#shared/domain/message/fill.ts';
import { markParts } from '#shared/domain/message/mark-drill.ts';
import { gapsIn, messageParts } from '#shared/domain/message/message-parts.ts';
import { together, toOutgoing } from '#shared/domain/message/outgoing.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** A message as the clipboard takes it, and the command that puts it on the timeline. */
export interface UpdateToCopy {
  readonly text: string;
  /** Where the form of its channel has one. */
  readonly html?: string;
  /** Something is still missing: the person should look at it. */
  readonly hasGaps: boolean;
  readonly record: Extract<Command, { type: 'record-copy' }>;
}

/** The next status update of an incident for its first channel, filled from what is known and from the last one copied. */
export function updateToCopy(
  incident: Incident,
  playbook: Playbook,
  context: FillContext,
): UpdateToCopy | undefined {
  const template = playbook.templates.find(({ id }) => id === playbook.updates.template);
  if (template === undefined) return undefined;
  const fields = fillFields(template.fields, incident, playbook, context);
  const channels = channelsOf(template.channels, incident, playbook, context);
  const channel = pickChannel(channels, undefined);
  const form = channel?.form ?? 'slack';
  const { drill } = incident;
  const parts = markParts(messageParts(template, fields, incident, form), {
    drill,
    language: playbook.language,
  });
  const content = together(parts.map((part) => toOutgoing(part, form)));
  return {
    ...content,
    hasGaps: gapsIn(parts).length > 0,
    record: {
      type: 'record-copy',
      incidentId: incident.id,
      template: template.id,
      title: template.title,
      kind: template.kind,
      form,
      ...(channel === undefined ? {} : { channel: channel.id }),
      text: content.text,
      fields: Object.fromEntries(
        Object.entries(fields).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
      ),
    },
  };
}
