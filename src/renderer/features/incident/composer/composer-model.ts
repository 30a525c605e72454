import {
  composeMessage,
  composeStatus,
  type ComposedMessage,
  type FieldValues,
} from '#shared/domain/message/compose.ts';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook, PlaybookField, PlaybookTemplate } from '#shared/domain/playbook/schema.ts';
import { fillFields, type FillContext } from '#shared/domain/message/fill.ts';
import { type MessageForm, toForm, toSlack } from '#shared/domain/message/forms.ts';
import type { IncidentDrafts } from '../../../db/drafts.ts';

/** What the composer can write: a message of the playbook, or an update of the status page. */
export type Composable =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly title: string;
      readonly template: PlaybookTemplate;
    }
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly title: string;
      readonly page: Playbook['statusPage'];
    };

export function composablesOf(playbook: Playbook): Composable[] {
  const { templates, statusPage } = playbook;
  return [
    ...templates.map(
      (template) => ({ kind: 'message', id: template.id, title: template.title, template }) as const,
    ),
    { kind: 'status', id: statusPage.id, title: statusPage.title, page: statusPage },
  ];
}

/** The message that is due by where the incident stands. */
export function dueTemplate(incident: Incident, playbook: Playbook): string {
  const ofKind = (kind: PlaybookTemplate['kind']): string | undefined =>
    playbook.templates.find((template) => template.kind === kind)?.id;
  if (incident.resolvedAt !== undefined) return ofKind('resolution') ?? playbook.statusPage.id;
  const declaration = ofKind('declaration');
  const announced = declaration === undefined || incident.copied[declaration] !== undefined;
  return (announced ? playbook.updates.template : declaration) ?? playbook.statusPage.id;
}

export interface FilledField {
  readonly field: PlaybookField;
  readonly value: FieldValue;
  /** Where the value comes from: typed here, typed or copied for another message, or the incident. */
  readonly from: 'typed' | 'other' | 'incident' | 'nowhere';
}

/** What the composer fills a message from. */
export interface Sources extends FillContext {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly drafts: IncidentDrafts;
}

/**
 * Fields with their values: what was typed here first, then what the incident knows, then what was typed into a
 * field of the same id in another message, then what was last copied in one.
 */
export function filledFields(
  fields: readonly PlaybookField[],
  template: string,
  { incident, playbook, drafts, ...context }: Sources,
): FilledField[] {
  const known = fillFields(fields, { ...incident, copied: {} }, playbook, context);
  const copied = fillFields(fields, incident, playbook, context);
  const others = Object.entries(drafts).filter(([id]) => id !== template);
  return fields.map((field): FilledField => {
    const typed = own(drafts[template], field.id);
    if (typed !== undefined) return { field, value: typed, from: 'typed' };
    const told = own(known, field.id);
    if (told !== undefined) return { field, value: told, from: 'incident' };
    const other = others
      .map(([, values]) => own(values, field.id))
      .find((each) => each !== undefined && !isEmpty(each));
    const value = other ?? own(copied, field.id);
    return value === undefined ? { field, value: '', from: 'nowhere' } : { field, value, from: 'other' };
  });
}

/** A message as it is pasted. Slack encodes what is pasted by itself: entities would be read as they are spelt. */
export function pasted(message: ComposedMessage, form: MessageForm): string {
  return form === 'slack' ? toSlack(message, 'paste') : toForm(message, form);
}

function isEmpty(value: FieldValue): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.every((entry) => entry.trim() === '');
}

export interface Composition {
  /** One part, or the status page's title and message, which are pasted apart. */
  readonly parts: readonly ComposedMessage[];
  readonly gaps: readonly PlaybookField[];
}

/** The message as it stands; undefined only for a status page without that state. */
export function composition(composable: Composable, values: FieldValues, state: string): Composition {
  if (composable.kind === 'message') {
    const message = composeMessage(composable.template, values);
    return { parts: [message], gaps: message.gaps };
  }
  const status = composeStatus(composable.page, state, values);
  return status === undefined
    ? { parts: [], gaps: [] }
    : { parts: [status.title, status.message], gaps: status.gaps };
}

function own(
  values: Readonly<Record<string, string | readonly string[]>> | undefined,
  key: string,
): FieldValue | undefined {
  const value = values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'object' ? [...value] : value;
}
