import type { PlaybookField } from '../playbook/schema.ts';
import type { FieldValue } from '../event/payloads.ts';

/**
 * A value for the same field in another edition of the playbook. A choice is the option at the same place there: editions
 * list the same options in the same order. Everything else, and a choice that is none of the options, is as it was said.
 */
export function inOtherEdition(
  value: FieldValue,
  field: PlaybookField,
  other: readonly PlaybookField[],
): FieldValue {
  if (field.type !== 'choice' || typeof value !== 'string') return value;
  const place = field.options?.indexOf(value) ?? -1;
  return other.find(({ id }) => id === field.id)?.options?.[place] ?? value;
}
