import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from '../../../../../src/renderer/features/palette/entry.ts';
import { paletteModel } from '../../../../../src/renderer/features/palette/palette-model.ts';

const entry = (id: string, group: PaletteEntry['group'], label: string, keywords = ''): PaletteEntry => ({
  id,
  group,
  label,
  keywords,
  act: () => {},
});
const entries = [
  entry('declare', 'action', 'Declare incident'),
  entry('resolve', 'action', 'Mark resolved'),
  entry('update', 'message', 'Message: Status update'),
  entry('resolved', 'message', 'Message: Incident resolved'),
  entry('lead', 'contact', 'Tech Lead: @techlead', 'phone'),
  entry('health', 'place', 'Go to Health'),
];

function lines(query: string, recents: readonly string[] = []): string[] {
  return paletteModel(entries, recents)
    .groupsFor(query)
    .flatMap(({ value, items }) => items.map(({ id }) => `${value} ${id}`));
}

describe('the palette', () => {
  it('lists all there is while nothing is typed', () =>
    expect(lines(' ')).toEqual([
      'action declare',
      'action resolve',
      'message update',
      'message resolved',
      'contact lead',
      'place health',
    ]));

  it('puts what was used last before it, once, and skips what is not there now', () =>
    expect(lines('', ['health', 'gone', 'update']).slice(0, 4)).toEqual([
      'recent health',
      'recent update',
      'action declare',
      'action resolve',
    ]));

  it('answers by group, the one with the best answer first', () =>
    expect(lines('mess resolved')).toEqual(['message resolved']));

  it('answers across groups', () =>
    expect(lines('resolved')).toEqual(['action resolve', 'message resolved']));

  it('prefers what was used last among equals', () => {
    expect(lines('me')[0]).toBe('message update');
    expect(lines('me', ['resolved'])[0]).toBe('message resolved');
  });

  it('finds by words that are not shown', () => expect(lines('phone')).toEqual(['contact lead']));
  it('finds nothing for what nothing is called', () => expect(lines('zzz')).toEqual([]));
});
