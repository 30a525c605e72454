import { type EscalationLevel, type LevelView, reasonFor } from '#shared/domain/incident/escalation.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { composeMessage, type FieldValues } from '#shared/domain/message/compose.ts';
import { fillFields, type FillContext } from '#shared/domain/message/fill.ts';
import { toHtml, toSlack } from '#shared/domain/message/forms.ts';
import { markMessage } from '#shared/domain/message/mark-drill.ts';
import type { Playbook, PlaybookField, PlaybookTemplate } from '#shared/domain/playbook/schema.ts';

export type Contact = Playbook['contacts'][number];

/** What is copied to call a level in: who it is and how they are reached, then the playbook's message. */
export interface EscalationMessage {
  readonly text: string;
  readonly html: string;
  readonly fields: FieldValues;
  readonly gaps: readonly PlaybookField[];
  /** Absent where the playbook gives no words: the contact is copied alone. */
  readonly template?: PlaybookTemplate;
}

export function contactOf(level: EscalationLevel, playbook: Playbook): Contact | undefined {
  return level.contact === undefined ? undefined : playbook.contacts.find(({ id }) => id === level.contact);
}

/** The message of process document 3.3 for one level, as it is pasted, its contact in the first line. */
export function escalationMessage(
  view: LevelView,
  incident: Incident,
  playbook: Playbook,
  context: Omit<FillContext, 'reason'>,
): EscalationMessage {
  const { level } = view;
  const contact = contactOf(level, playbook);
  const whom = contact === undefined ? level.title : `${level.title}: ${contact.who} (${contact.how})`;
  const subject = { drill: incident.drill, language: playbook.language };
  const heading = markMessage(
    composeMessage({ fields: [], body: whom.replaceAll(/[{}]/g, '') }, {}),
    subject,
  );
  const template = playbook.templates.find(({ id }) => id === playbook.escalation?.template);
  if (template === undefined) {
    return { text: toSlack(heading, 'paste'), html: toHtml(heading), fields: {}, gaps: [] };
  }
  const reason = reasonFor(view);
  const fields = fillFields(template.fields, incident, playbook, {
    ...context,
    ...(reason === '' ? {} : { reason }),
  });
  const message = composeMessage(template, fields);
  return {
    text: `${toSlack(heading, 'paste')}\n\n${toSlack(message, 'paste')}`,
    html: `${toHtml(heading)}${toHtml(message)}`,
    fields,
    gaps: message.gaps,
    template,
  };
}
