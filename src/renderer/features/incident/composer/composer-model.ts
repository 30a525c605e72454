import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { fillFields, type FillContext } from '#shared/domain/message/fill.ts';
import type { Playbook, PlaybookField, PlaybookTemplate } from '#shared/domain/playbook/schema.ts';
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

/**
 * What the composer has tabs for: the messages that every incident has, and the status page. One of another kind
 * (an escalation, a rollback) only while it is `opened`.
 */
export function composablesOf(playbook: Playbook, opened?: string): Composable[] {
  const { templates, statusPage } = playbook;
  return [
    ...templates
      .filter(({ kind, id }) => kind !== 'other' || id === opened)
      .map((template) => ({ kind: 'message', id: template.id, title: template.title, template }) as const),
    { kind: 'status', id: statusPage.id, title: statusPage.title, page: statusPage },
  ];
}

/** The messages that have no tab of their own. */
export function furtherTemplates(playbook: Playbook, opened?: string): PlaybookTemplate[] {
  return playbook.templates.filter(({ kind, id }) => kind === 'other' && id !== opened);
}

export function fieldsOf(composable: Composable): readonly PlaybookField[] {
  return composable.kind === 'message' ? composable.template.fields : composable.page.fields;
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

export function isEmpty(value: FieldValue): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.every((entry) => entry.trim() === '');
}

/** A value by its own name; `undefined` for what only every object has. */
export function own(
  values: Readonly<Record<string, string | readonly string[]>> | undefined,
  key: string,
): FieldValue | undefined {
  const value = values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'object' ? [...value] : value;
}
