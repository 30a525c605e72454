import type { Incident } from '../incident/incident.ts';
import type { PlaybookField, PlaybookTemplate } from '../playbook/schema.ts';
import { composeMessage, composeStatus, type FieldValues, type PlaybookStatusPage } from './compose.ts';
import type { ChannelForm, MessagePart } from './outgoing.ts';
import { composeSubject } from './subject.ts';

/** The pieces of a message in a form: an e-mail has a subject beside its text (process document 4.1, 4.2). */
export function messageParts(
  template: PlaybookTemplate,
  values: FieldValues,
  incident: Pick<Incident, 'severity' | 'title'>,
  form: ChannelForm,
): MessagePart[] {
  const body: MessagePart = { name: 'body', message: composeMessage(template, values) };
  if (form !== 'email') return [body];
  return [{ name: 'subject', message: composeSubject(template, values, incident) }, body];
}

/** Title and text of a state of the status page (4.3); none where it has no such state. */
export function statusParts(page: PlaybookStatusPage, state: string, values: FieldValues): MessagePart[] {
  const status = composeStatus(page, state, values);
  if (status === undefined) return [];
  return [
    { name: 'title', message: status.title },
    { name: 'body', message: status.message },
  ];
}

/** The fields still missing in any of the pieces, each once. */
export function gapsIn(parts: readonly MessagePart[]): PlaybookField[] {
  const gaps = parts.flatMap(({ message }) => message.gaps);
  return [...new Map(gaps.map((field) => [field.id, field])).values()];
}
