import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import type { FilledField } from '../../../../src/renderer/features/incident/composer/composer-model.ts';
import { takeDraft } from '../../../../src/renderer/features/incident/composer/draft-offer.ts';

const DRAFT = { since: 0, changes: 1, values: { summary: 'Declared', actions: ['a', 'b'] } };
const summary = (value: FieldValue, from: FilledField['from']): FilledField => ({
  field: { id: 'summary', label: 'Summary', type: 'multiline' },
  value,
  from,
});

describe('taking the draft of an update', () => {
  it.each([
    ['an empty field is filled', summary('', 'nowhere'), {}, 'fill'],
    ['so is one that was emptied', summary(' ', 'typed'), {}, 'fill'],
    ['and one that holds what another message said', summary('x', 'other'), {}, 'fill'],
    ['and one that still holds the last update’s text', summary('x', 'typed'), { summary: 'x' }, 'fill'],
    ['what was typed for this one stays', summary('x', 'typed'), { summary: 'y' }, 'kept'],
    ['what was typed before any copy stays', summary('x', 'typed'), {}, 'kept'],
    ['what says the same already is neither', summary('Declared', 'typed'), {}, 'neither'],
  ] as const)('%s', (_name, field, copied, expected) => {
    const { fill, kept } = takeDraft(DRAFT, [field], copied);
    expect(fill.map(({ value }) => value)).toEqual(expected === 'fill' ? ['Declared'] : []);
    expect(kept).toEqual(expected === 'kept' ? [field] : []);
  });
});
