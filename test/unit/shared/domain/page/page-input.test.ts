import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import {
  LIMITS,
  readInstant,
  readKey,
  readPlausibleInstant,
  readSeverity,
  readSourceStart,
  readText,
} from '#shared/domain/page/page-input.ts';
import { Warnings } from '#shared/domain/page/warning.ts';
import { T0 } from '../event/events.ts';
import { fakeHash, READING } from './pages.ts';

const YEAR_MS = 365 * DAY_MS;
const iso = (at: number): string => new Date(at).toISOString();

describe('an instant', () => {
  it.each([
    ['2026-11-23T02:00:00Z', T0],
    ['2026-11-23T02:00:00.000Z', T0],
    ['2026-11-23T02:00:00.123456789Z', T0 + 123],
    ['2026-11-23T02:00Z', T0],
    ['2026-11-23t02:00:00z', T0],
    ['2026-11-23 02:00:00Z', T0],
    ['2026-11-23T11:00:00+09:00', T0],
    ['2026-11-23T11:00:00+0900', T0],
    ['2026-11-22T21:00:00-05:00', T0],
    [' 2026-11-23T02:00:00Z ', T0],
    ['1970-01-01T00:00:00Z', 0],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
    ['9999-12-31T23:59:59Z', 253_402_300_799_000],
  ])('"%s" can be read', (text, expected) => {
    expect(readInstant(text)).toBe(expected);
  });

  it.each([
    ['no offset', '2026-11-23T02:00:00'],
    ['a date alone', '2026-11-23'],
    ['a month that is none', '2026-13-01T00:00:00Z'],
    ['an hour that is none', '2026-11-23T25:00:00Z'],
    ['an offset that is none', '2026-11-23T02:00:00+99:99'],
    ['seconds since 1970', '1795399200'],
    ['a number', T0],
    ['words', 'yesterday'],
    ['words that Date.parse takes for a month', 'run 1'],
    ['nothing', ''],
    ['null', null],
    ['a list', ['2026-11-23T02:00:00Z']],
  ])('of %s cannot', (_, value) => {
    expect(readInstant(value)).toBeUndefined();
  });
});

describe('a plausible instant', () => {
  it.each([
    ['now', iso(T0), T0, undefined],
    ['a year back', iso(T0 - YEAR_MS), T0 - YEAR_MS, undefined],
    [
      'a year and a millisecond back',
      iso(T0 - YEAR_MS - 1),
      undefined,
      'is over a year old; the arrival time is used',
    ],
    ['1970', '1970-01-01T00:00:00Z', undefined, 'is over a year old; the arrival time is used'],
    ['5 minutes ahead', iso(T0 + 5 * MINUTE_MS), T0 + 5 * MINUTE_MS, undefined],
    [
      '5 minutes and a millisecond ahead',
      iso(T0 + 5 * MINUTE_MS + 1),
      undefined,
      'is more than 5 minutes ahead; the arrival time is used',
    ],
    ['9999', '9999-12-31T23:59:59Z', undefined, 'is more than 5 minutes ahead; the arrival time is used'],
    ['nonsense', 'soon', undefined, 'is not an ISO 8601 date and time; the arrival time is used'],
    ['a number', T0, undefined, 'is not an ISO 8601 date and time; the arrival time is used'],
    ['nothing', undefined, undefined, undefined],
    ['null', null, undefined, undefined],
  ])('%s', (_, value, expected, detail) => {
    const warnings = new Warnings();
    expect(readPlausibleInstant(value, '/startedAt', T0, warnings, 'start')).toBe(expected);
    expect(warnings.list).toMatchObject(detail === undefined ? [] : [{ path: '/startedAt', detail }]);
  });
});

describe('a start as it stands in an identity', () => {
  it.each([
    ['normalised', '2026-11-23T11:00:00+09:00', '2026-11-23T02:00:00.000Z'],
    ['also where it is not plausible', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['also beyond four digits of year', '9999-12-31T23:59:59-23:59', '+010000-01-01T23:58:59.000Z'],
    ['as sent, where it cannot be read', 'run 1', 'run 1'],
    ['as sent, made visible', 'run\u202e\n1', 'run[U+202E] 1'],
    ['cut short', 'x'.repeat(100), `${'x'.repeat(63)}…`],
    ['none', undefined, undefined],
    ['blank', '  ', undefined],
    ['not text', 5, undefined],
  ])('%s', (_, value, expected) => {
    expect(readSourceStart(value)).toBe(expected);
  });
});

describe('optional text', () => {
  it.each([
    ['nothing', undefined, '', undefined],
    ['null', null, '', undefined],
    ['text', ' a\nb ', 'a b', undefined],
    ['a number', 5, '', 'is not a string and was left out'],
    ['an object', {}, '', 'is not a string and was left out'],
    ['what is just short enough', 'x'.repeat(10), 'x'.repeat(10), undefined],
    ['what is too long', 'x'.repeat(11), `${'x'.repeat(9)}…`, 'was shortened from 11 to 10 characters'],
  ])('%s', (_, value, expected, detail) => {
    const warnings = new Warnings();
    expect(readText(value, '/summary', 10, warnings)).toBe(expected);
    expect(warnings.list).toMatchObject(detail === undefined ? [] : [{ path: '/summary', detail }]);
  });

  it('of many lines keeps them', () => {
    expect(readText(' a\n b\r\nc ', '/summary', 99, new Warnings(), 'many')).toBe('a\n b\nc');
  });
});

describe('a severity', () => {
  const sender = { severityReason: 'sender' };
  it.each([
    ['its name', 'SEV-3', { ...sender, severity: 'SEV-3', severityWord: 'SEV-3' }],
    ['a word', 'Critical', { ...sender, severity: 'SEV-1', severityWord: 'Critical' }],
    ['nothing', undefined, { severity: 'SEV-2', severityReason: 'not-given' }],
    ['null', null, { severity: 'SEV-2', severityReason: 'not-given' }],
    ['empty', '', { severity: 'SEV-2', severityReason: 'not-given' }],
  ])('by %s', (_, value, expected) => {
    const warnings = new Warnings();
    expect(readSeverity(value, '/severity', READING, warnings)).toEqual(expected);
    expect(warnings.list).toEqual([]);
  });

  it.each([
    ['a word nobody knows', 'banana', 'banana'],
    ['a number', 1, '1'],
    ['an endless word', 'x'.repeat(500), `${'x'.repeat(39)}…`],
    ['a hostile word', 'a\u202eb', 'a[U+202E]b'],
  ])('by %s is the one set for unknowns', (_, value, severityWord) => {
    const warnings = new Warnings();
    const context = { ...READING, unknownSeverity: 'SEV-3' as const };
    const expected = { severity: 'SEV-3', severityReason: 'unknown-word', severityWord };
    expect(readSeverity(value, '/severity', context, warnings)).toEqual(expected);
    expect(warnings.list).toMatchObject([
      { path: '/severity', detail: 'is not a known severity; taken as SEV-3' },
    ]);
  });

  it('by something nested past any stack does not throw', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(readSeverity(deep, '/severity', READING, new Warnings())).toMatchObject({ severity: 'SEV-2' });
  });
});

describe('a key', () => {
  const key = (text: string): string => readKey(text, fakeHash);

  it.each([
    ['as it is', 'disk:db-1', 'disk:db-1'],
    ['just short enough', 'x'.repeat(LIMITS.key), 'x'.repeat(LIMITS.key)],
  ])('%s', (_, text, expected) => {
    expect(key(text)).toBe(expected);
  });

  it.each([
    ['a line break and a space', 'a\nb', 'a b'],
    ['a hidden character and its code point', 'a\u200bb', 'a[U+200B]b'],
    ['two long ones', `${'x'.repeat(400)}1`, `${'x'.repeat(400)}2`],
    ['two halves of a surrogate pair', 'a\ud83d', 'a\ud83e'],
    ['with space around and without', ' a', 'a'],
  ])('tells apart %s', (_, one, other) => {
    expect(key(one)).not.toBe(key(other));
  });

  it('is distinct for distinct texts, within its limit and without harm', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: fc.constantFrom('🔥', ' ', '\n', 'a', '\ud83d'), minLength: 50, maxLength: 400 }),
    );
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(key(one) === key(other)).toBe(one === other);
        expect(key(one).length).toBeLessThanOrEqual(LIMITS.key);
        expect(key(one).isWellFormed()).toBe(true);
      }),
    );
  });
});
