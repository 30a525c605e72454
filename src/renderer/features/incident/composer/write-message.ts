import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { ComposedMessage } from '#shared/domain/message/compose.ts';
import { markParts, markText, type Subject } from '#shared/domain/message/mark-drill.ts';
import { gapsIn, messageParts, statusParts } from '#shared/domain/message/message-parts.ts';
import { inOtherEdition } from '#shared/domain/message/other-language.ts';
import {
  type ChannelForm,
  finish,
  type MessagePart,
  type OutgoingPart,
  type PartName,
  spellingOf,
  toOutgoing,
} from '#shared/domain/message/outgoing.ts';
import { writtenHtml } from '#shared/domain/message/written-text.ts';
import type { Playbook, PlaybookField, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import type { DraftValues } from '../../../db/drafts.ts';
import {
  type Composable,
  composablesOf,
  fieldsOf,
  type FilledField,
  filledFields,
  own,
  type Sources,
} from './composer-model.ts';

/** Keys of a message's draft beside its fields. No field id begins so. */
export const STATE_KEY = '_state';
export const CHANNEL_KEY = '_channel';
export const FORM_KEY = '_form';
/** A text that a person has written over the generated one: of one edition, one form and one piece. */
export const textKey = (language: PlaybookLanguage, form: ChannelForm, part: PartName): string =>
  `_text/${language}/${form}/${part}`;

export interface WrittenPart extends OutgoingPart {
  /** The generated piece, as the preview draws it. */
  readonly message: ComposedMessage;
  /** The text is a person's, and no longer follows the fields. */
  readonly edited: boolean;
}
/** A message in one edition and one form, as it would be copied now. */
export interface Written {
  readonly language: PlaybookLanguage;
  readonly title: string;
  readonly filled: readonly FilledField[];
  readonly parts: readonly WrittenPart[];
  /** The fields whose names would be copied in braces. */
  readonly gaps: readonly PlaybookField[];
}

export function writeMessage(composable: Composable, form: ChannelForm, sources: Sources): Written {
  const draft = sources.drafts[composable.id];
  return write(composable, form, sources, filledFields(fieldsOf(composable), composable.id, sources), draft);
}

/** The same message in another edition's words, with the same values; undefined where that has no such message. */
export function writeInOther(
  composable: Composable,
  other: Playbook,
  form: ChannelForm,
  sources: Sources,
): Written | undefined {
  const counterpart = composablesOf(other, composable.id).find(({ id }) => id === composable.id);
  if (counterpart?.kind !== composable.kind) return undefined;
  const fields = fieldsOf(counterpart);
  const filled = filledFields(fields, composable.id, { ...sources, playbook: other }).map((each) => {
    const said = fieldsOf(composable).find(({ id }) => id === each.field.id);
    return said === undefined ? each : { ...each, value: inOtherEdition(each.value, said, fields) };
  });
  return write(counterpart, form, { ...sources, playbook: other }, filled, sources.drafts[composable.id]);
}

export function valuesOf(filled: readonly FilledField[]): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(filled.map(({ field, value }) => [field.id, value]));
}

/** The state of the status page that is to be posted: the one chosen, else the first; empty for a message. */
export function stateOf(composable: Composable, draft: DraftValues | undefined): string {
  if (composable.kind === 'message') return '';
  const chosen = own(draft, STATE_KEY);
  const state = composable.page.states.find(({ id }) => id === chosen) ?? composable.page.states[0];
  return state?.id ?? '';
}

function write(
  composable: Composable,
  form: ChannelForm,
  { incident, playbook }: Sources,
  filled: readonly FilledField[],
  draft: DraftValues | undefined,
): Written {
  const values = valuesOf(filled);
  const generated =
    composable.kind === 'message'
      ? messageParts(composable.template, values, incident, form)
      : statusParts(composable.page, stateOf(composable, draft), values);
  const subject: Subject = { drill: incident.drill, language: playbook.language };
  const parts = markParts(generated, subject).map((part) =>
    writePart(part, form, own(draft, textKey(playbook.language, form, part.name)), subject),
  );
  const gaps = gapsIn(generated).filter((gap) => parts.some((part) => lacks(part, gap)));
  return { language: playbook.language, title: composable.title, filled, parts, gaps };
}

/** Whether a piece would be copied without a field: a text that was written over may do without it. */
export function lacks({ edited, text, message }: WrittenPart, field: PlaybookField): boolean {
  return edited ? text.includes(`{${field.label}}`) : message.gaps.some(({ id }) => id === field.id);
}

function writePart(
  part: MessagePart,
  form: ChannelForm,
  typed: FieldValue | undefined,
  subject: Subject,
): WrittenPart {
  if (typeof typed !== 'string') return { ...toOutgoing(part, form), message: part.message, edited: false };
  const { name } = part;
  const spelling = spellingOf(form);
  const text = markText(typed, { name, spelling }, subject);
  const html = writtenHtml(text, spelling);
  return { ...finish({ name, text, html }, form), message: part.message, edited: true };
}
