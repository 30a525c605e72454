import { initialsOf, isInitials, looseForm, plainForm } from './hangul.ts';

/** What is looked through: a name, and words that it is found by too. */
export interface Named {
  readonly label: string;
  readonly keywords?: string;
}
/** A name made ready once for many queries. */
export interface Prepared {
  readonly label: string;
  readonly initials: string;
  readonly keywords: string;
}

export function prepare({ label, keywords = '' }: Named): Prepared {
  return { label: looseForm(label), initials: initialsOf(plainForm(label)), keywords: looseForm(keywords) };
}

/** The words of a query, made ready once for many names. */
export interface Query {
  readonly words: readonly { readonly loose: string; readonly initials: string | undefined }[];
}

export function prepareQuery(text: string): Query {
  const words = plainForm(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return {
    words: words.map((word) => ({
      loose: looseForm(word),
      initials: isInitials(word) ? word : undefined,
    })),
  };
}

/** From best to worst; between them, what is left over of a longer name counts. */
const SCORES = { whole: 100, start: 80, word: 70, part: 50, keyword: 40, letters: 20 } as const;

/**
 * How well a name answers a query: every word of it must be found, in any order. 0: not at all; at most 100.
 * A word is found as a beginning, at a word's start, anywhere, in the keywords, by the first letters of words
 * (`di` for Declare incident), by initial consonants (`ㅅㅇ` for 선언), or by its letters in order and close together.
 */
export function rank({ words }: Query, name: Prepared): number {
  let sum = 0;
  for (const { loose, initials } of words) {
    const own = rankWord(loose, name.label, name.keywords);
    const best = initials === undefined ? own : Math.max(own, rankInitials(initials, name.initials));
    if (best === 0) return 0;
    sum += best;
  }
  return words.length === 0 ? 0 : sum / words.length;
}

function rankWord(word: string, label: string, keywords: string): number {
  const part = rankPart(word, label);
  if (part > 0) return part;
  if (keywords.includes(word)) return SCORES.keyword;
  return word.length > 1 && isSpread(word, label) ? SCORES.letters : 0;
}

/** Words are often written together when only their initials are typed: `ㅈㅇㅂㄱ` for 장애 보고. */
function rankInitials(word: string, initials: string): number {
  const part = rankPart(word, initials);
  return part === 0 && initials.replaceAll(' ', '').includes(word) ? SCORES.part : part;
}

function rankPart(word: string, label: string): number {
  const at = label.indexOf(word);
  if (at === -1) return 0;
  if (label === word) return SCORES.whole;
  // Of two that begin alike, the shorter has less that was not asked for.
  const coverage = (10 * word.length) / label.length;
  if (at === 0) return SCORES.start + coverage;
  return (startsWord(word, label) ? SCORES.word : SCORES.part) + coverage;
}

function startsWord(word: string, label: string): boolean {
  for (let at = label.indexOf(word); at !== -1; at = label.indexOf(word, at + 1)) {
    if (isBoundary(label, at)) return true;
  }
  return false;
}

function isBoundary(label: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}\p{M}]/u.test(label.charAt(at - 1));
}

/**
 * The letters in order, each beginning a word or right after the one before: a hit that a person can see. The
 * earliest fitting place is not always the right one, so every place of a letter is kept, and is looked at once.
 */
function isSpread(word: string, label: string): boolean {
  let ends: ReadonlySet<number> = new Set([-1]);
  for (let typed = 0; typed < word.length; typed += 1) {
    const letter = word.charAt(typed);
    const [earliest = label.length] = ends;
    const next = new Set<number>();
    for (let at = label.indexOf(letter, earliest + 1); at !== -1; at = label.indexOf(letter, at + 1)) {
      if (isBoundary(label, at) || (typed > 0 && ends.has(at - 1))) next.add(at);
    }
    ends = next;
  }
  return ends.size > 0;
}
