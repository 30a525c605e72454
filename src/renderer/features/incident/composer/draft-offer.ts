import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { UpdateDraft } from '#shared/domain/message/draft-update.ts';
import { type FilledField, isEmpty } from './composer-model.ts';

/** What taking a draft would do. */
export interface DraftTaking {
  readonly fill: readonly FilledField[];
  /** Fields with something else typed since the last copy: they stay. */
  readonly kept: readonly FilledField[];
}

/**
 * The fields that a draft goes into. What a person has typed for this update is never replaced; what is empty, came from
 * elsewhere, or is still the text of the last copy is.
 *
 * @param copied the fields of the last copy of this message
 */
export function takeDraft(
  { values }: UpdateDraft,
  filled: readonly FilledField[],
  copied: Readonly<Record<string, FieldValue>>,
): DraftTaking {
  const offered = filled.filter(({ field, value }) => {
    const draft = values[field.id];
    return draft !== undefined && !same(draft, value);
  });
  const isKept = ({ field, value, from }: FilledField): boolean =>
    from === 'typed' && !isEmpty(value) && !same(value, copied[field.id]);
  return {
    fill: offered
      .filter((each) => !isKept(each))
      .map((each) => ({ ...each, value: values[each.field.id] ?? '' })),
    kept: offered.filter(isKept),
  };
}

function same(one: FieldValue, other: FieldValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
