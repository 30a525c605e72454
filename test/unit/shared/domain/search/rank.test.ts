import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Named, prepare, prepareQuery, rank } from '#shared/domain/search/rank.ts';

const score = (query: string, name: string | Named): number =>
  rank(prepareQuery(query), prepare(typeof name === 'string' ? { label: name } : name));

function order(query: string, labels: readonly string[]): string[] {
  return labels
    .map((label) => ({ label, score: score(query, label) }))
    .filter((each) => each.score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ label }) => label);
}

describe('a name answers a query', () => {
  it.each([
    ['declare', 'Declare incident'],
    ['DECL', 'Declare incident'],
    ['incident dec', 'Declare incident'],
    ['di', 'Declare incident'],
    ['decinc', 'Declare incident'],
    ['sev2', 'Change severity to SEV-2 High'],
    ['상태', '메시지: 상태 업데이트'],
    ['ㅅㅌ', '메시지: 상태 업데이트'],
    ['상ㅌ', '메시지: 상태 업데이트'],
    ['ㅅㅌㅇㄷ', '메시지: 상태 업데이트'],
    ['업데', '상태 업데이트'],
    ['cafe', 'Café status'],
  ])('“%s”: %s', (query, name) => expect(score(query, name)).toBeGreaterThan(0));

  it.each([
    ['xyz', 'Declare incident'],
    ['declare nothing', 'Declare incident'],
    ['eln', 'Declare incident'],
    ['ㄱㄱ', '상태 업데이트'],
    ['', 'Declare incident'],
    ['   ', 'Declare incident'],
  ])('not “%s”: %s', (query, name) => expect(score(query, name)).toBe(0));

  it('by its keywords', () =>
    expect(score('phone', { label: 'Tech Lead', keywords: 'phone call' })).toBeGreaterThan(0));
});

describe('the better answer comes first', () => {
  it.each<[string, string[]]>([
    ['note', ['Note', 'Note it down', 'Write a note', 'Keynote', 'No other thing ends']],
    ['roll', ['Roll back', 'Roll back (GitHub CLI)', 'Show the roll']],
    ['선언', ['선언', '선언 메시지', '인시던트 선언', '미선언']],
  ])('to “%s”', (query, labels) => expect(order(query, labels.toReversed())).toEqual(labels));

  it('at most 100, however many words it has', () => {
    expect(score('declare', 'Declare')).toBe(100);
    expect(score('declare incident now', 'declare incident now')).toBeLessThanOrEqual(100);
    expect(score('note note', 'Note')).toBe(100);
  });

  it('a name before keywords, keywords before scattered letters', () => {
    const name = score('call', 'Call in');
    const keyword = score('call', { label: 'Tech Lead', keywords: 'phone call' });
    const letters = score('call', 'Change all');
    expect(name).toBeGreaterThan(keyword);
    expect(keyword).toBeGreaterThan(letters);
    expect(letters).toBeGreaterThan(0);
  });
});

describe('whatever is typed', () => {
  const label = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
  it('a name is at least found by itself, and by each beginning of it that is a word', () => {
    fc.assert(
      fc.property(label, (name) => {
        fc.pre(name.trim() !== '');
        expect(score(name, name)).toBeGreaterThan(0);
      }),
    );
  });
  it('the score is between 0 and 100, and quickly there', () => {
    fc.assert(
      fc.property(label, label, (query, name) => {
        const value = score(query, name);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
      }),
    );
  });
});

it('is quick, whatever a sender calls its page', () => {
  // Every letter begins a word: a search that tries all ways to spread the query over them takes years.
  expect(score('a'.repeat(60), 'a '.repeat(50))).toBe(0);
  expect(score('a'.repeat(40), 'a '.repeat(50))).toBeGreaterThan(0);
});
