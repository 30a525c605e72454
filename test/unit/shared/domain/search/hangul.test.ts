import { describe, expect, it } from 'vitest';
import {
  initialsOf,
  isInitials,
  looseForm,
  plainForm,
  withoutUnfinished,
} from '#shared/domain/search/hangul.ts';

describe('initial consonants', () => {
  it.each([
    ['결제 API 장애', 'ㄱㅈ API ㅈㅇ'],
    ['까치', 'ㄲㅊ'],
    ['힣가', 'ㅎㄱ'],
    ['no Korean', 'no Korean'],
    ['결제'.normalize('NFD'), 'ㄱㅈ'],
    ['', ''],
  ])('of %s are %s', (text, initials) => expect(initialsOf(text)).toBe(initials));

  it.each([
    ['ㄱㅈ', true],
    ['ㅃ', true],
    ['결ㅈ', false],
    ['ㅏ', false],
    ['g', false],
    ['', false],
  ])('%s is such a word: %s', (word, is) => expect(isInitials(word)).toBe(is));
});

describe('the loose form', () => {
  it.each(['ㄱ', '겨', '결', '결ㅈ', '결제', '결제 a'])('of “결제 API” begins with that of %s', (typed) =>
    expect(looseForm('결제 API').startsWith(looseForm(typed))).toBe(true),
  );
  it('keeps consonants that begin no syllable', () => {
    expect(looseForm('몫 ㄳ')).toBe('몫 ㄳ'.normalize('NFD'));
    expect(looseForm('ㄳ')).toBe('ㄳ');
  });
  it('does not begin with another syllable', () =>
    expect(looseForm('결제').startsWith(looseForm('경'))).toBe(false));
});

it('the plain form keeps whole syllables, however they were written', () =>
  expect(plainForm('결제 API'.normalize('NFD'))).toBe('결제 api'));

it.each([
  ['결ㅈ', '결'],
  ['결제', '결제'],
  ['ㅈ', 'ㅈ'],
  ['api', 'api'],
])('of %s is finished: %s', (word, finished) => expect(withoutUnfinished(word)).toBe(finished));
