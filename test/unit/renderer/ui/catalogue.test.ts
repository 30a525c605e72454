import { describe, expect, it } from 'vitest';
import { catalogues } from '#shared/i18n/catalogue.ts';

/** Every text by its path. */
function texts(messages: object, path = ''): (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : texts(value as object, `${path}${key}.`),
  );
}
const english = new Map(texts(catalogues.en));
const korean = new Map(texts(catalogues.ko));
const fieldsOf = (text = ''): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

describe('the catalogue', () => {
  it('has the same keys in both languages, none of them empty', () => {
    expect([...korean.keys()]).toEqual([...english.keys()]);
    for (const text of [...english.values(), ...korean.values()]) expect(text.trim()).not.toBe('');
  });

  it('fills the same values into both, but for a count that one language spells out', () => {
    const differing = [...english].filter(
      ([key, text]) =>
        fieldsOf(text).join() !== fieldsOf(korean.get(key)).join() && !/_(one|other)$/.test(key),
    );
    expect(differing).toEqual([]);
  });

  it('says everything in Korean that is not a name, and nothing of it in English', () => {
    const hangul = /[가-힣]/;
    const untranslated = [...korean].filter(([key, text]) => {
      const words = text.replaceAll(/\{\{\w+\}\}/g, '').match(/\p{L}{2,}/gu) ?? [];
      return words.length > 0 && !hangul.test(text) && english.get(key) !== text;
    });
    expect(untranslated).toEqual([]);
    // Who cannot read English looks for their language by its own name.
    const mixed = [...english].filter(
      ([key, text]) => hangul.test(text) && !/languages|palette\.also\.language$/.test(key),
    );
    expect(mixed).toEqual([]);
  });

  it('ends no text with an exclamation mark', () => {
    expect([...english.values(), ...korean.values()].filter((text) => text.includes('!'))).toEqual([]);
  });
});
