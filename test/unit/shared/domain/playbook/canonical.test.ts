import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, readLoggedPlaybook } from '#shared/domain/playbook/canonical.ts';
import { builtInPlaybook } from './built-in.ts';

/** The value with every object's keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: [{ d: null, c: 'x' }] }, '{"a":[{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: false }, '{"b":false}'],
    [[], '[]'],
    ['가', '"가"'],
    [undefined, 'null'],
  ])('%j', (value, json) => {
    expect(canonicalJson(value)).toBe(json);
  });

  it('is the same for the same value in any key order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(json);
        expect(canonicalJson(JSON.parse(json))).toBe(json);
      }),
    );
  });

  it('loses nothing that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('readLoggedPlaybook', () => {
  it.each(['ko', 'en'] as const)('reads back what the log keeps of the %s edition', (language) => {
    const playbook = builtInPlaybook(language);
    const json = canonicalJson(playbook);
    const read = readLoggedPlaybook(JSON.parse(json));
    expect(read).toEqual(playbook);
    expect(canonicalJson(read)).toBe(json);
  });

  it('reads back any durations and texts', () => {
    const playbook = builtInPlaybook('en');
    const duration = fc.nat({ max: 10 ** 10 });
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((part) => `x${part}x`);
    const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const deadlines = fc.dictionary(slug, fc.record({ due: duration, lateAfter: duration }));
    fc.assert(
      fc.property(deadlines, duration, text, (deadline, every, words) => {
        const variant = {
          ...playbook,
          title: words,
          updates: { every, template: 'status-update' },
          severities: playbook.severities.map((severity) => ({ ...severity, deadlines: deadline })),
        };
        expect(readLoggedPlaybook(JSON.parse(canonicalJson(variant)))).toEqual(variant);
      }),
    );
  });

  it.each([[null], [{}], ['text'], [{ ...builtInPlaybook('en'), schema: 'tplus-playbook/2' }]])(
    'refuses what is no playbook: %j',
    (value) => {
      expect(readLoggedPlaybook(value)).toBeUndefined();
    },
  );
});
