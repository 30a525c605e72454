import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';
import { type FilledField, isEmpty } from './composer-model.ts';

/** Where a snippet can go: text that a person writes. */
const WRITTEN: readonly PlaybookField['type'][] = ['text', 'multiline', 'list'];

/** The field a snippet goes into: the one last worked in, else the first that is empty, else the first. */
export function targetField(
  filled: readonly FilledField[],
  focused: string | undefined,
): FilledField | undefined {
  const open = filled.filter(({ field }) => WRITTEN.includes(field.type));
  return (
    open.find(({ field }) => field.id === focused) ?? open.find(({ value }) => isEmpty(value)) ?? open[0]
  );
}

/** A field's value as it stands in its input. */
export function fieldText(value: FieldValue): string {
  return typeof value === 'string' ? value : value.join('\n');
}

/** What stands in a field's input as its value: a list has an entry on each line. */
export function fieldValue({ type }: PlaybookField, text: string): FieldValue {
  return type === 'list' ? text.split('\n') : text;
}

/** A field's value with a snippet in it: in place of what is selected, else at the end on a line of its own. */
export function withSnippet(
  { field, value }: FilledField,
  snippet: string,
  selected: { readonly start: number; readonly end: number } | undefined,
): FieldValue {
  const text = fieldText(value);
  const isOneLine = field.type === 'text';
  const piece = isOneLine ? snippet.replace(/\s*\n\s*/g, ' ') : snippet;
  if (selected !== undefined) {
    return fieldValue(field, text.slice(0, selected.start) + piece + text.slice(selected.end));
  }
  const gap = text.trim() === '' ? '' : isOneLine ? ' ' : '\n';
  return fieldValue(field, (gap === '' ? '' : text.trimEnd() + gap) + piece);
}

const NAME_LENGTH = 48;

/** A snippet by its first words. */
export function snippetName(snippet: string): string {
  const [first = ''] = snippet.trim().split('\n');
  return first.length > NAME_LENGTH ? `${first.slice(0, NAME_LENGTH).trimEnd()}…` : first;
}
